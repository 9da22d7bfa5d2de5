import type { Json } from '../element/json'

/** An action object of an NCCO. */
export interface NccoAction {
  action: string
  [option: string]: Json
}

/** An NCCO: the actions of a call, first in, first out. */
export type Ncco = NccoAction[]
