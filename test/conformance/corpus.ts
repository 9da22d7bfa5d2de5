import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

/** Whether the corpus stands beside the project; it is read there and never copied. */
export const hasCorpus = existsSync(`${folder}manifest.json`)

/** What the name of a test adds where it is skipped. */
export const corpusNotice = hasCorpus
  ? ''
  : ' (skipped: ../shared/corpus is not beside the project)'

export type Verdict = 'valid' | 'legacy' | 'unsure' | 'invalid'

/** An NCCO that somebody wrote, with what is to be said of it. */
export interface Case {
  /** Path below the corpus, such as `cases/001-talk-loop.json`. */
  readonly file: string
  readonly verdict: Verdict
  readonly ncco: unknown
  readonly mistakes: readonly Mistake[]
}

/** A place in a case that the manifest names, with the kind of mistake. */
export interface Mistake {
  /** JSON pointer. */
  readonly path: string
  readonly kind: string
}

export function readCases(): Case[] {
  if (!hasCorpus) return []
  const manifest: { file: string; verdict: Verdict; why: string }[] = readJson('manifest.json')
  return manifest.map(({ file, verdict, why }) => ({
    file,
    verdict,
    ncco: readJson(file),
    mistakes: readMistakes(why),
  }))
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(folder + file, 'utf8'))
}

/** Reads `[1].dtmf.timeOut out-of-range: …; [0].type input-no-type (legacy): …`. */
function readMistakes(why: string): Mistake[] {
  const found = why.matchAll(/(?:^|; )(\[\d+\]\S*) ([\w-]+)(?: \(\w+\))?: /g)
  return [...found].map(([, place = '', kind = '']) => ({
    path: place.replaceAll(/[[.]/g, '/').replaceAll(']', ''),
    kind,
  }))
}
