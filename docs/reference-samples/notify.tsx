import { Notify, Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk>Your order is on its way.</Talk>
      <Notify payload={{ step: 'told' }} eventUrl="https://example.com/progress" />
    </>
  )
}
