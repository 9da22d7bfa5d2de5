import { Ask } from 'ncco-jsx/dialog'

export default function Flow() {
  return <Ask name="guests" prompt="How many guests?" />
}
