import { Dtmf, Input, Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk bargeIn>Please key in your PIN, then the hash key.</Talk>
      <Input eventUrl="https://example.com/pin">
        <Dtmf maxDigits={6} submitOnHash timeOut={5} />
      </Input>
    </>
  )
}
