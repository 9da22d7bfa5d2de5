import { Dtmf, Input } from 'ncco-jsx'

export default function Flow() {
  return (
    <Input eventUrl="https://example.com/pin">
      <Dtmf timeOut={2.5} />
    </Input>
  )
}
