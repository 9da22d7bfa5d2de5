import { Record, Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <>
      <Talk>Please leave a message.</Talk>
      <Record beepStart eventUrl="https://example.com/recorded" />
    </>
  )
}
