/** An app with a menu. */
export const menuApp = `import { Connect, Dtmf, Input, Phone, Speech, Talk } from 'ncco-jsx'
import { createVoiceApp, onInput, type InputProps } from 'ncco-jsx/serve'

function Menu({ attempt = 1 }: { attempt?: number }) {
  return (
    <>
      <Talk bargeIn language="en-GB">
        {attempt > 1 && 'Sorry. '}For sales, press 1. For support, press 2.
      </Talk>
      <Input eventUrl={chosen({ attempt })}>
        <Dtmf maxDigits={1} />
        <Speech language="en-GB" context={['sales', 'support']} />
      </Input>
    </>
  )
}

const chosen = onInput('/chosen', ({ dtmf, speech, to, params }: InputProps<{ attempt: number }>) => {
  if (dtmf?.digits === '1') {
    return (
      <>
        <Talk>Sales will answer.</Talk>
        <Connect from={to} timeout={30}><Phone number="447700900002" /></Connect>
      </>
    )
  }
  if (dtmf?.digits === '2' || speech?.results?.[0]?.text === 'support') return <Talk>Support is closed.</Talk>
  return <Menu attempt={params.attempt + 1} />
})

export default createVoiceApp({
  answer: () => <><Talk>Welcome.</Talk><Menu /></>,
  hooks: [chosen],
  secret: 'a secret of at least thirty-two characters',
  signature: false,
})
`
