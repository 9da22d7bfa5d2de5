import { Record, Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk>Please leave a message after the tone. Press the hash key when you are done.</Talk>
      <Record
        beepStart
        endOnSilence={3}
        endOnKey="#"
        timeOut={120}
        eventUrl="https://example.com/recorded"
      />
      <Talk>Thank you. Goodbye.</Talk>
    </>
  )
}
