import { Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <Talk>
      {/* @ts-expect-error how to read it is missing */}
      Your code is <say-as>1234</say-as>
    </Talk>
  )
}
