import { Talk } from 'ncco-jsx'

export default function Flow() {
  return <Talk>{'For orders < 10 items, press 1.'}</Talk>
}
