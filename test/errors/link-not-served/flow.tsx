import { Dtmf, Input, Talk } from 'ncco-jsx'
import { onInput } from 'ncco-jsx/serve'

const chosen = onInput('/chosen', () => <Talk>Thank you</Talk>)

export default function Flow() {
  return (
    <Input eventUrl={chosen()}>
      <Dtmf />
    </Input>
  )
}
