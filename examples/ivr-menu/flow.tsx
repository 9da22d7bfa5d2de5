import { Connect, Phone, Talk } from 'ncco-jsx'
import { Choice, Menu, Voice } from 'ncco-jsx/dialog'
import { useWebhook, type VoiceAppOptions } from 'ncco-jsx/serve'

const departments = [
  { key: '1', name: 'sales', number: '447700900002' },
  { key: '2', name: 'support', number: '447700900003' },
] as const

/** Offers the departments by key and by voice; who answers wrongly three times goes to the first. */
function Answer() {
  return (
    <Voice language="en-GB">
      <Menu
        prompt={departments.map(({ key, name }) => `For ${name}, press ${key}, or say ${name}. `)}
        noInput="Sorry, I did not get that."
        noMatch="Sorry, I did not get that."
        timeOut={5}
        otherwise={<Department {...departments[0]} />}
      >
        {departments.map(({ key, name, number }) => (
          <Choice key={key} digit={key} phrases={[name]}>
            <Department name={name} number={number} />
          </Choice>
        ))}
      </Menu>
    </Voice>
  )
}

function Department({ name, number }: { name: string; number: string }) {
  return (
    <>
      <Talk>I will connect you to {name}.</Talk>
      <Connect from={useWebhook().to} timeout={30}>
        <Phone number={number} />
      </Connect>
    </>
  )
}

export const flow: VoiceAppOptions = { answer: Answer }
