import { Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <Talk>
      {/* @ts-expect-error a tag of HTML */}
      Hello <br /> there
    </Talk>
  )
}
