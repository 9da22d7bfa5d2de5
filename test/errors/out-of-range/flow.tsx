import { Dtmf, Input } from 'ncco-jsx'

export default function Flow() {
  return (
    <Input eventUrl="https://example.com/pin">
      <Dtmf timeOut={30} />
    </Input>
  )
}
