import { Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <Talk>
      {/* @ts-expect-error a tag of HTML */}
      It is <b>urgent</b>.
    </Talk>
  )
}
