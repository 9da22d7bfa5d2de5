import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { check, type Issue } from 'ncco-jsx'
import type { Case, Mistake, Verdict } from './corpus'

const rows = readFileSync(fileURLToPath(new URL('passed-over.md', import.meta.url)), 'utf8')

/** The places, each as the number of its case and its JSON pointer, at which `check` finds nothing, for a reason. */
export const passedOver = [...rows.matchAll(/^\| (\d+) \| (\/\S+)/gm)].map(
  ([, id, path]) => `${id} ${path}`,
)

export function idOf({ file }: Case): string {
  return file.slice('cases/'.length, 'cases/000'.length)
}

/** What each verdict asks of the issues. */
const agreements: Readonly<Record<Verdict, (issues: readonly Issue[]) => boolean>> = {
  valid: (issues) => !issues.some(isError),
  invalid: (issues) => issues.some(isError),
  legacy: (issues) => issues.some(({ code }) => todaysSpelling.includes(code)),
  // The reference does not settle these.
  unsure: () => true,
}

/** The codes that say how an old spelling is written today. */
const todaysSpelling: readonly string[] = [
  'legacy-option',
  'pre-2021-input',
  'input-without-type',
  'not-an-array',
]

export function isError({ severity }: Issue): boolean {
  return severity === 'error'
}

/** Whether `check` agrees with the verdict. */
export function agrees({ ncco, verdict }: Case): boolean {
  return agreements[verdict](check(ncco))
}

/** A mistake that the manifest names, with what `check` says at its place. */
export interface Finding extends Mistake {
  readonly id: string
  readonly codes: readonly string[]
}

export function findMistakes(one: Case): Finding[] {
  const issues = check(one.ncco)
  return one.mistakes.map((mistake) => {
    const there = issues.filter(({ path }) => `${path}/`.startsWith(`${mistake.path}/`))
    return { ...mistake, id: idOf(one), codes: there.map(({ code }) => code) }
  })
}

/** Whether one of the codes found stands for the kind of mistake that the manifest names. */
export function isOfItsKind({ kind, codes }: Finding): boolean {
  return codes.some((code) => (codesOf[kind] ?? [kind]).includes(code))
}

/** The codes that stand for a kind of mistake of the manifest, where the names differ. */
const codesOf: Readonly<Record<string, readonly string[]>> = {
  'async-with-dtmf': ['async-dtmf-settings'],
  'bad-value': ['not-one-of', 'bad-format'],
  'bargein-no-input': ['barge-in-without-input'],
  beep_timeout: ['beep-timeout-unused'],
  'empty-array': ['not-exactly-one'],
  'from-not-a-number': ['caller-id-not-e164'],
  'input-no-type': ['input-without-type'],
  'input-top-level': ['pre-2021-input'],
  missing: ['missing-option'],
  'missing-required': ['missing-option', 'missing-content'],
  'more-than-one-url': ['not-exactly-one'],
  'mute-with-canSpeak': ['mute-with-can-speak'],
  'provider-option': ['undocumented-provider', 'provider-options-alone'],
  'random-with-from': ['from-and-random'],
  ringback: ['legacy-option'],
  'string-for-array': ['not-an-array'],
  'unknown-action': ['unknown-action', 'retired-action'],
  voiceName: ['legacy-option'],
  'wrong-type': ['wrong-type', 'not-an-array'],
}
