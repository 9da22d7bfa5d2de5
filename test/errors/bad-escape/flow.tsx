import { Raw } from 'ncco-jsx'

export default function Flow() {
  // @ts-expect-error JSON text where the array itself belongs
  return <Raw ncco='[{ "action": "talk", "text": "Hello" }]' />
}
