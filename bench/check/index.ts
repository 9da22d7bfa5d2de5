import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020'
import { check, type IssueCode } from 'ncco-jsx'
import { table } from '../../scripts/markdown'
import { root } from '../../scripts/tools'
import { hasCorpus } from '../../test/conformance/corpus'
import { microseconds, times, verdict, writeSection } from '../page'
import { timeInRounds } from '../rounds'
import { ratio, spread } from '../spread'
import { versionsOf } from '../tools'
import { clean, errorsOf, forSchema, judge, nccos } from './corpus'
import { toZod } from './zod-schema'

const rounds = 300

/** Errors about several options at once, or about markup in a text, which the schema of zod leaves out. */
const beyondZod: readonly IssueCode[] = [
  'async-dtmf-settings',
  'authorization-without-value',
  'channels-without-split',
  'from-and-random',
  'input-without-type',
  'markup-in-plain-text',
  'mute-with-can-speak',
  'settings-without-type',
  'sip-address',
  'too-long',
  'transcription-without-record',
]

const schema = JSON.parse(readFileSync(join(root, 'dist/ncco.schema.json'), 'utf8'))
const validateAll = new Ajv2020({ allErrors: true }).compile(schema)
const validateFirst = new Ajv2020().compile(schema)
const zodSchema = toZod(schema)

const isFine = (ncco: unknown) => errorsOf(ncco).length === 0

// Each is timed on what it can judge: there its verdict is asserted to be that of check.
const forZod = forSchema.filter((ncco) =>
  errorsOf(ncco).every(({ code }) => !beyondZod.includes(code)),
)
for (const ncco of forSchema) {
  assert.equal(validateAll(ncco), isFine(ncco))
  assert.equal(validateFirst(ncco), isFine(ncco))
}
for (const ncco of forZod) assert.equal(zodSchema.safeParse(ncco).success, isFine(ncco))

const taken = await timeInRounds(
  {
    check: judge(forSchema, check),
    ajvAll: judge(forSchema, validateAll),
    ajvFirst: judge(forSchema, validateFirst),
    checkClean: judge(clean, check),
    ajvClean: judge(clean, validateAll),
    checkForZod: judge(forZod, check),
    zod: judge(forZod, zodSchema.safeParse),
  },
  rounds,
)

function rowAgainst(
  name: string,
  own: readonly number[],
  other: readonly number[],
  count: number,
  most?: number,
) {
  const taken = ratio(own, other)
  return [
    name,
    String(count),
    microseconds(spread(own.map((time) => time / count))),
    microseconds(spread(other.map((time) => time / count))),
    times(taken),
    most === undefined ? '' : verdict(taken.median <= most, `at most ${most} times`),
  ]
}

const require = createRequire(import.meta.url)
writeSection({
  title: 'Check',
  command: 'npm run bench:check',
  versions: { ajv: require('ajv/package.json').version, ...versionsOf('zod') },
  paragraphs: [
    `\`check\` of ${hasCorpus ? 'a corpus of NCCOs that people wrote' : 'the NCCOs of the examples'}, ${nccos.length} in all, of which ${nccos.filter(isFine).length} are valid. \`ajv\` is compiled from \`ncco-jsx/ncco.schema.json\`, zod's schema is made from
that one without the conditions between options. Each is timed on the NCCOs whose errors its schema can express; there all agree on what is valid. \`check\` also applies
the rules that span actions, reads SSML, warns of mistakes that are legal, and writes what is wrong and what to write instead. ${rounds} rounds.`,
    table(
      ['', 'NCCOs', '`check`, an NCCO', 'the other', '`check` takes', 'aim'],
      [
        rowAgainst(
          '`ajv`, all errors, NCCOs without findings',
          taken.checkClean,
          taken.ajvClean,
          clean.length,
          0.6,
        ),
        rowAgainst('`ajv`, all errors', taken.check, taken.ajvAll, forSchema.length, 2.2),
        rowAgainst('`ajv`, up to the first error', taken.check, taken.ajvFirst, forSchema.length),
        rowAgainst('`zod`, all errors', taken.checkForZod, taken.zod, forZod.length),
      ],
    ),
  ],
})
