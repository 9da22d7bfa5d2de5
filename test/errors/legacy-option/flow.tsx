import { Talk } from 'ncco-jsx'

export default function Flow() {
  // @ts-expect-error replaced by language and style
  return <Talk voiceName="Amy">Hello</Talk>
}
