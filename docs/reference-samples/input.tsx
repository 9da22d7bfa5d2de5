import { Dtmf, Input, Speech, Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk bargeIn>For sales, press 1 or say sales. For support, press 2 or say support.</Talk>
      <Input eventUrl="https://example.com/chosen">
        <Dtmf maxDigits={1} />
        <Speech context={['sales', 'support']} />
      </Input>
    </>
  )
}
