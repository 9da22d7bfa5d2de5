/** @jsxRuntime automatic */
/** @jsxImportSource ncco-jsx */
import { Talk, Wait } from 'ncco-jsx'

export const valid = <Talk>Hello</Talk>

// fails: Property 'timeot' does not exist
export const wrongName = <Wait timeot={5} />
