import { Connect, Dtmf, Input, Phone, Speech, Talk } from 'ncco-jsx'
import { type InputWebhookProps, matchSpeech, onInput, type VoiceAppOptions } from 'ncco-jsx/serve'

const departments = [
  { key: '1', name: 'sales', number: '447700900002' },
  { key: '2', name: 'support', number: '447700900003' },
]

// The menu of examples/ivr-menu, written with a hook: an app that asks and answers as often as the JSON written by hand does.

/** Offers the departments by key and by voice. */
function Menu({ attempt = 1 }: { attempt?: number }) {
  return (
    <>
      <Talk bargeIn language="en-GB">
        {attempt > 1 && 'Sorry, I did not get that. '}
        {departments.map(({ key, name }) => `For ${name}, press ${key}, or say ${name}. `)}
      </Talk>
      <Input eventUrl={chosen({ attempt })}>
        <Dtmf maxDigits={1} timeOut={5} />
        <Speech language="en-GB" context={departments.map(({ name }) => name)} />
      </Input>
    </>
  )
}

/** Connects the caller; who answers wrongly three times goes to the first department. */
const chosen = onInput(
  '/chosen',
  ({ dtmf, speech, to, params }: InputWebhookProps<{ attempt: number } | undefined>) => {
    const attempt = params?.attempt ?? 1
    const said = matchSpeech(
      speech,
      departments.map(({ name }) => name),
    )
    const meant = departments.find(({ key, name }) => key === dtmf?.digits || name === said)
    const department = meant ?? (attempt < 3 ? undefined : departments[0])
    if (!department) return <Menu attempt={attempt + 1} />
    return (
      <>
        <Talk language="en-GB">I will connect you to {department.name}.</Talk>
        <Connect from={to} timeout={30}>
          <Phone number={department.number} />
        </Connect>
      </>
    )
  },
)

export const flow: VoiceAppOptions = { answer: () => <Menu />, hooks: [chosen] }
