import { Ask } from 'ncco-jsx/dialog'

export default function Flow() {
  return <Ask name="guests" digits={1} timeOut={12} prompt="How many guests?" />
}
