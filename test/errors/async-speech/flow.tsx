import { Dtmf, Input, Speech } from 'ncco-jsx'

export default function Flow() {
  return (
    <Input mode="asynchronous" eventUrl="https://example.com/key">
      <Dtmf />
      <Speech />
    </Input>
  )
}
