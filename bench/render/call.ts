/** The fields of its webhook that the flow of the benchmark uses. */
export interface Call {
  readonly from: string
  readonly attempt: number
}
