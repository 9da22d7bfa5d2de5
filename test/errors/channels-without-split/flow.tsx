import { Record } from 'ncco-jsx'

export default function Flow() {
  return <Record channels={2} endOnKey="#" />
}
