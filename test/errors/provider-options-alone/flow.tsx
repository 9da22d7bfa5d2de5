import { Input, Speech } from 'ncco-jsx'

export default function Flow() {
  return (
    <Input eventUrl="https://example.com/said">
      <Speech providerOptions={{ model: 'phone_call' }} />
    </Input>
  )
}
