import { type CommandCode, commandMessages } from '../src/cli/messages'
import { formatReports } from '../src/cli/report'
import { finding } from '../src/map/findings/finding'
import { type FindingCode, mapMessages } from '../src/map/messages'
import { serveError } from '../src/serve/errors'
import type { ServeCode } from '../src/serve/messages'
import { simulatorError } from '../src/simulate/errors'
import type { SimulatorCode } from '../src/simulate/messages'
import { legacyVoices } from '../src/speech/legacy-voices'
import { commandSamples } from '../test/errors/command-samples'
import { mapSamples } from '../test/errors/map-samples'
import { readMessage, readSamples } from '../test/errors/samples'
import { serveSamples } from '../test/errors/serve-samples'
import { simulatorSamples } from '../test/errors/simulator-samples'
import { table } from './markdown'
import { issueTables, readTable, severityOf } from './message-tables'

/** The codes of one part of the package, in one or more tables of messages. */
interface Part {
  readonly files: readonly string[]
  /** Stands in the section of the first table. */
  readonly introduction?: string
  /** The kind of the finding: a severity, or the class of an error. */
  label(code: string): string
  /** The blocks of code that show a case, and the message. */
  show(code: string): readonly string[]
}

const samples = new Map(
  readSamples().flatMap((sample) => (sample.variant ? [] : [[sample.code, sample]])),
)

const parts: readonly Part[] = [
  {
    files: issueTables(),
    label: severityOf,
    show(code) {
      const sample = samples.get(code)
      if (!sample) return []
      const language = sample.file === 'flow.tsx' ? 'tsx' : 'json'
      return [fence(language, sample.text), fence('text', readMessage(sample))]
    },
  },
  {
    files: ['app', 'links', 'requests'].map((table) => `src/serve/messages/${table}.ts`),
    introduction: `A \`ServeError\` is thrown where an app is made, and handed to \`onError\` where a webhook is refused or a link cannot be
written. *serve* marks what is a rule of this package, not of the reference. A time in a message is the \`deadline\` of the app, less the part
that is kept for \`onError\`.`,
    label: () => 'ServeError',
    show(code) {
      const error = serveError(code as ServeCode, serveSamples[code as ServeCode])
      return [fence('text', error.message)]
    },
  },
  {
    files: ['src/simulate/messages.ts'],
    introduction: `A \`SimulatorError\` is thrown where a script asks for what cannot be done, and ends with the transcript of the call.
*simulate* marks what is a rule of this package, not of the reference.`,
    label: () => 'SimulatorError',
    show(code) {
      const error = simulatorError(code as SimulatorCode, simulatorSamples[code as SimulatorCode])
      return [fence('text', error.message)]
    },
  },
  {
    files: ['src/map/messages.ts'],
    introduction: `\`explore\` of \`ncco-jsx/simulate\` and the command \`ncco-jsx map\` find these in a whole app, each with the shortest call that
shows it. *map* marks what is a rule of this package, not of the reference. [map.md](map.md) says how a map is made.`,
    label: (code) => mapMessages[code as FindingCode].severity,
    show(code) {
      const start = { id: 's1', script: [] }
      const { message, remedy } = finding(
        code as FindingCode,
        start,
        mapSamples[code as FindingCode],
      )
      return [fence('text', `${code}: ${message}\n  ${remedy}`)]
    },
  },
  {
    files: ['src/cli/messages.ts'],
    introduction: `The command \`ncco-jsx\` finds these in files, and then what \`check\` finds in their NCCOs. *command* marks what is a rule of
this package, not of the reference.`,
    label: (code) => commandMessages[code as CommandCode].severity,
    show(code) {
      const report = commandSamples[code as CommandCode]
      const file = report.text === undefined ? [] : [fence('json', report.text)]
      return [...file, fence('text', formatReports([report], 'text'))]
    },
  },
]

const introduction = `# Errors and warnings

<!-- Made by \`npm run docs\` from the tables of messages in src and from test/errors. -->

Every finding has a permanent code. An **error** makes \`render\` throw an \`NccoError\`; a **warning** goes to
\`onWarning\`. \`check\` returns both. The numbers after a code (R-20) are those of the [rules](rules.md) that
it stands for; *TSX* marks a rule about elements, which JSON has no use for. Each entry shows the smallest thing that
causes the finding, and the message.

The checks judge by the reference. What Vonage is known to do with such an NCCO is said as well: it is **refused** (the call ends
or falls back), **tolerated** (the fault is ignored or repaired), or the effect is **unknown**, because there is no public evidence.`

/** The text of `docs/errors.md`: every code with what its table, the comments there and its sample say. */
export function makeErrorsPage(): string {
  const blocks = parts.flatMap((part) =>
    part.files.flatMap((file, index) => makeSection(file, part, index === 0)),
  )
  return `${[introduction, ...blocks].join('\n\n')}\n`
}

function makeSection(file: string, part: Part, isFirst: boolean): string[] {
  const { title, codes } = readTable(file)
  const entries = codes.flatMap(({ code, text, rules, platform }) => [
    `### ${code}`,
    `*${part.label(code)}* · ${rules}`,
    text,
    ...(platform === '' ? [] : [`On the platform: ${platform}.`]),
    ...part.show(code),
    ...(code === 'legacy-option' ? [makeVoices()] : []),
  ])
  return [`## ${title}`, ...(isFirst && part.introduction ? [part.introduction] : []), ...entries]
}

/** The options that replace each old name of a voice. */
function makeVoices(): string {
  const rows = Object.entries(legacyVoices).flatMap(([language, styles]) =>
    Object.entries(styles).map(([name, style]) => [name, `\`${language}\``, `${style}`]),
  )
  rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  const head = ['`voiceName`', '`language`', '`style`']
  return ['Instead of a `voiceName`, write:', table(head, rows)].join('\n\n')
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``
}
