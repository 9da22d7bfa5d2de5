import { Ask } from 'ncco-jsx/dialog'

export const options = { secret: undefined }

export default function Flow() {
  return <Ask name="guests" digits={1} prompt="How many guests?" />
}
