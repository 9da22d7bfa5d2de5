/** What the flow of the benchmark takes from its webhook. */
export interface Call {
  readonly from: string
  readonly attempt: number
}
