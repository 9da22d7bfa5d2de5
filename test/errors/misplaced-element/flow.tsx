import { Dtmf, Input, Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <Input eventUrl="https://example.com/chosen">
      <Talk>For sales, press 1.</Talk>
      <Dtmf />
    </Input>
  )
}
