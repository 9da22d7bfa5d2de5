import { Ask } from 'ncco-jsx/dialog'

let version = 1

export const keys = ['1']

export default function Flow() {
  return <Ask name={`question-${version++}`} digits={1} prompt="How many guests?" />
}
