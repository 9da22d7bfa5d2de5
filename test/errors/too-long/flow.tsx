import { Talk } from 'ncco-jsx'

export default function Flow() {
  return <Talk>{'All our lines are busy. '.repeat(100)}</Talk>
}
