import {
  type CallMap,
  type ExploreOptions,
  explore,
  type LegOutcome,
  SimulatorError,
} from 'ncco-jsx/simulate'
import { formatDot } from './map-dot'
import { formatMermaid } from './map-mermaid'
import { ProgressLine } from './map-progress'
import { drawSvg } from './map-svg'
import { formatMapText, summarise } from './map-text'
import { printable, printableJson } from './printable'
import { readSigningSecret } from './signing-secret'
import { loadTarget } from './target'

type MapFormat = 'text' | 'mermaid' | 'dot' | 'json' | 'svg'

/** The options of the command `map`. */
export interface MapFlags {
  readonly format: MapFormat
  readonly failOn?: readonly string[]
  readonly keys?: string
  readonly entries?: readonly string[]
  readonly phrases?: readonly string[]
  readonly legs?: readonly LegOutcome[]
  readonly depth?: number
  readonly calls?: number
  readonly seconds?: number
  readonly now: string
  readonly export?: string
  readonly from?: string
  readonly to?: string
  readonly method?: 'GET' | 'POST'
  readonly eventUrl?: string
  readonly sign?: boolean
}

/** Maps a URL or a module, and prints the map. Returns the reason for a missing map, or the findings that fail. */
export async function printMap(
  named: string,
  { format, failOn = [], method, sign, export: exported, ...options }: MapFlags,
): Promise<string | undefined> {
  const signing = readSigningSecret(sign)
  if ('problem' in signing) return signing.problem
  const { secret } = signing
  // The map must be all that is printed there, whatever the app prints.
  console.log = console.error
  const target = await loadTarget(named, exported)
  if ('problem' in target) return target.problem
  if (typeof target.value === 'string') {
    console.error(
      'This does at the running server what callers do, again and again: what the app books, sends or pays for a caller is done.',
    )
  }
  const given: ExploreOptions = {
    ...options,
    ...(method && { answerMethod: method }),
    ...(secret && { signature: { secret } }),
  }
  try {
    const map = await exploreWithProgress(target.value, given)
    const [start] = map.states
    if (start?.ended === 'no-ncco')
      return `There is no NCCO from ${named}. If nothing answers there, start the server first; npx ncco-jsx dial ${named} says more.`
    const text = await formatMap(map, format)
    if (typeof text !== 'string') return text.problem
    process.stdout.write(text)
    if (format !== 'text') process.stderr.write(`${summarise(map)}\n`)
    const place = format === 'text' ? process.stdout : process.stderr
    place.write(`As of ${options.now}; map with --now <time> for another.\n`)
    return failing(map, failOn)
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error
    return error.message
  }
}

async function exploreWithProgress(
  target: Parameters<typeof explore>[0],
  options: ExploreOptions,
): Promise<CallMap> {
  const progress = new ProgressLine(process.stderr)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  // The first one ends the exploration and prints what there is; the next one ends the process.
  process.once('SIGINT', stop)
  try {
    return await explore(target, {
      ...options,
      signal: stopping.signal,
      onProgress: (one) => progress.show(one),
    })
  } finally {
    process.off('SIGINT', stop)
    progress.clear()
  }
}

async function formatMap(map: CallMap, format: MapFormat): Promise<string | { problem: string }> {
  switch (format) {
    case 'text':
      return printable(formatMapText(map))
    case 'mermaid':
      return formatMermaid(map)
    case 'dot':
      return formatDot(map)
    case 'json':
      return `${printableJson(map)}\n`
    case 'svg': {
      const drawn = await drawSvg(formatDot(map))
      return 'svg' in drawn ? drawn.svg : drawn
    }
  }
}

/** Says which findings fail the command; `any` stands for every code. */
function failing({ findings }: CallMap, failOn: readonly string[]): string | undefined {
  const failed = findings.filter(({ code }) => failOn.includes(code) || failOn.includes('any'))
  if (failed.length === 0) return undefined
  const codes = [...new Set(failed.map(({ code }) => code))]
  return `The map has ${failed.length === 1 ? 'a finding' : `${failed.length} findings`} that --fail-on names: ${codes.join(', ')}.`
}
