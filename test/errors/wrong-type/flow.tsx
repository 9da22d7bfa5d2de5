import { Talk } from 'ncco-jsx'

export default function Flow() {
  // @ts-expect-error a string where a number belongs
  return <Talk loop="2">Hello</Talk>
}
