import { Dtmf, Input } from 'ncco-jsx'

export default function Flow() {
  return (
    <Input mode="asynchronous" eventUrl="https://example.com/key">
      <Dtmf maxDigits={1} />
    </Input>
  )
}
