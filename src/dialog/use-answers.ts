import { requireSession } from './session-context'

/** Answers by the names of their questions. */
export type Answers = Readonly<Record<string, string | undefined>>

/**
 * Everything that the caller answered so far on the way to this component, by the names of the questions. In an async component, call it
 * before the first `await`.
 *
 * @throws NccoError `dialog-not-served`; `context-outside-component` where no component is running
 * @example
 * ```tsx
 * function Summary() {
 *   const { guests, day } = useAnswers<{ guests: string; day: string }>()
 *   return <Talk>A table for {guests} on {day}.</Talk>
 * }
 * ```
 */
export function useAnswers<T = Answers>(): T {
  // Which questions lead here only the author knows.
  return requireSession('useAnswers').answers as T
}
