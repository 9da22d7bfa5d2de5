import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      <s>Your order is on its way.</s> <s>It arrives on Monday.</s>
    </Talk>
  )
}
