import { Talk } from 'ncco-jsx'

export default function Flow() {
  return <Talk provider="amazon">Hello</Talk>
}
