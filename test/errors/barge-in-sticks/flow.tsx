import { Dtmf, Input, Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <>
      <Talk bargeIn>For sales, press 1.</Talk>
      <Talk bargeIn={false}>This call is recorded.</Talk>
      <Input eventUrl="https://example.com/chosen">
        <Dtmf />
      </Input>
    </>
  )
}
