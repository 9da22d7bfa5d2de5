/**
 * The NCCO of a call, and how far it has come.
 *
 * @example
 * ```ts
 * const call = await dial([{ action: 'talk', text: 'Your name?', bargeIn: true }, { action: 'input', type: ['speech'] }])
 * call.running?.index // 1
 * ```
 */
export interface RunningNcco {
  readonly ncco: readonly object[]
  /** The index of the action that began last. Prompts that can be interrupted play on under the actions that follow them. */
  readonly index: number
}
