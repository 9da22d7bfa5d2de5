import { Talk } from 'ncco-jsx'

export default function Flow() {
  // @ts-expect-error misspelt
  return <Talk langauge="en-GB">Hello</Talk>
}
