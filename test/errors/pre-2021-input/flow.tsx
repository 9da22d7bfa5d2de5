import { Dtmf, Input } from 'ncco-jsx'

export default function Flow() {
  return (
    // @ts-expect-error belongs on <Dtmf>
    <Input maxDigits={1} eventUrl="https://example.com/chosen">
      <Dtmf />
    </Input>
  )
}
