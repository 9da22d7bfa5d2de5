import { Connect, Dtmf, Input, Phone, Speech, Talk } from 'ncco-jsx'
import { useUrl } from '../base-url'
import type { AnswerProps, InputProps, Webhooks } from '../webhooks'

const departments = [
  { key: '1', name: 'sales', number: '447700900002' },
  { key: '2', name: 'support', number: '447700900003' },
]

/** Offers the departments by key and by voice; whoever answers wrongly hears the menu again. */
function Menu({ isRepeated = false }: { isRepeated?: boolean }) {
  return (
    <>
      <Talk bargeIn language="en-GB">
        {isRepeated && 'Sorry, I did not get that. '}
        {departments.map(({ key, name }) => `For ${name}, press ${key}, or say ${name}. `)}
      </Talk>
      <Input eventUrl={useUrl('/chosen')}>
        <Dtmf maxDigits={1} timeOut={5} />
        <Speech language="en-GB" context={departments.map(({ name }) => name)} />
      </Input>
    </>
  )
}

export function Answer(_: AnswerProps) {
  return <Menu />
}

export function Chosen({ dtmf, speech, to }: InputProps) {
  const said = speech?.results?.[0]?.text.toLowerCase()
  const chosen = departments.find(({ key, name }) => key === dtmf?.digits || name === said)
  if (!chosen) return <Menu isRepeated />
  return (
    <>
      <Talk language="en-GB">I will connect you to {chosen.name}.</Talk>
      <Connect from={to} timeout={30}>
        <Phone number={chosen.number} />
      </Connect>
    </>
  )
}

export const webhooks: Webhooks = { '/answer': Answer, '/chosen': Chosen }
