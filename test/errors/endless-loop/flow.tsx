import { Stream, Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <>
      <Stream streamUrl="https://example.com/hold.mp3" loop={0} />
      <Talk>Thank you for waiting.</Talk>
    </>
  )
}
