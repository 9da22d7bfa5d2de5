import type { MapFinding } from '../call-map'
import type { KnownState } from '../known-state'
import { isRepetition } from '../offered-keys'
import { finding } from './finding'
import { askSame, type Question } from './question'

/** Offered keys that are treated like wrong ones, and wrong keys that are treated like offered ones. */
export function findKeys(question: Question, keys: readonly string[]): MapFinding[] {
  const { state, offered, listening, isFirst } = question
  if (!isFirst || listening.digits === undefined || offered.length === 0) return []
  const follow = (key: string) => state.follows.get(`${question.prefix}press ${key}`)
  const silence = state.follows.get(`${question.prefix}silence`)
  const others = keys.filter((key) => !offered.some((one) => one.key === key))
  const wrong = new Set(others.map(follow))
  // A key that is not understood leads to the question again, or to the end that silence leads to.
  const isRefusal = (to: KnownState) => askSame(to, state) || (to === silence && to.moment.ended)
  const refused = offered.filter((one) => {
    const to = follow(one.key)
    return to && wrong.has(to) && isRefusal(to) && !isRepetition(one)
  })
  const right = new Map(offered.map(({ key }) => [follow(key), key]))
  const accepted = others.filter((key) => {
    const to = follow(key)
    return to && right.has(to) && !isRefusal(to) && to !== silence
  })
  const found: MapFinding[] = []
  if (refused.length > 0) {
    found.push(finding('offered-key-refused', state, { keys: refused.map(({ key }) => key) }))
  }
  // Callers press 0 to reach a person, even if the prompt does not offer it.
  if (accepted.some((key) => key !== '0')) {
    const like = [...new Set(accepted.map((key) => right.get(follow(key)) ?? ''))]
    found.push(finding('wrong-key-accepted', state, { keys: accepted, like }))
  }
  return found
}
