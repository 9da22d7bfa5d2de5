import { Talk, Wait } from 'ncco-jsx'
import { Choice, Keys, Menu, once, StartOver, Voice } from 'ncco-jsx/dialog'
import type { AnswerProps, EventProps, VoiceAppOptions } from 'ncco-jsx/serve'
import { type Appointment, findAppointment, findFree, moveTo, setState } from './calendar'

/** Legs on which a person has chosen something; in more than one process, a database. */
const people = new Set<string>()

/** An outbound call: reminds a patient, who can confirm, move or cancel the appointment. */
async function Answer({ to: patient, uuid: leg }: AnswerProps) {
  const appointment = await once('appointment', () => findAppointment(patient))
  return (
    <Voice language="en-GB">
      <Talk>This is the Example Clinic.</Talk>
      <Keys on={{ '*': <Again leg={leg} /> }}>
        <Menu
          prompt={
            <>
              <s>
                We expect you on <When {...appointment} />.
              </s>
              <s>To confirm, press 1.</s>
              <s>To move your appointment, press 2.</s>
              <s>To cancel it, press 3.</s>
              <s>To hear this again, press star.</s>
            </>
          }
          noMatch={
            <>
              <Person leg={leg} />
              That is not one of the choices.
            </>
          }
          timeOut={10}
          otherwise={<Talk>We will call you again. Goodbye.</Talk>}
        >
          <Choice digit="1">
            <Person leg={leg} />
            <Confirm patient={patient} />
          </Choice>
          <Choice digit="2">
            <Person leg={leg} />
            <Move patient={patient} />
          </Choice>
          <Choice digit="3">
            <Person leg={leg} />
            <Menu
              prompt="To cancel your appointment, press 1. To keep it, press 2."
              otherwise={<Talk>We keep your appointment. Goodbye.</Talk>}
            >
              <Choice digit="1">
                <Cancel patient={patient} />
              </Choice>
              <Choice digit="2">
                <Confirm patient={patient} />
              </Choice>
            </Menu>
          </Choice>
        </Menu>
      </Keys>
    </Voice>
  )
}

/** Says nothing, and notes that a person is there: machines press no keys. */
function Person({ leg }: { leg: string }) {
  people.add(leg)
  return null
}

/** Not `repeat`, because the star key also tells a person from a machine. */
const Again = ({ leg }: { leg: string }) => (
  <>
    <Person leg={leg} />
    <StartOver />
  </>
)

async function Confirm({ patient }: { patient: string }) {
  await once('confirm', () => setState(patient, 'confirmed'))
  return <Talk>Thank you. We look forward to seeing you.</Talk>
}

async function Cancel({ patient }: { patient: string }) {
  await once('cancel', () => setState(patient, 'cancelled'))
  return <Talk>Your appointment is cancelled. Goodbye.</Talk>
}

const keys = ['1', '2', '3'] as const

/** Offers what is free. Who takes nothing keeps the old appointment. */
async function Move({ patient }: { patient: string }) {
  const free = await once('free', findFree)
  if (free.length === 0) return <Talk>Nothing else is free. We keep your appointment.</Talk>
  const offers = free.slice(0, keys.length)
  return (
    <Menu
      prompt={offers.map((offer, index) => (
        <s key={index}>
          For <When {...offer} />, press {keys[index]}.
        </s>
      ))}
      noMatch="That is not one of the choices."
      otherwise={<Talk>We keep your appointment. Goodbye.</Talk>}
    >
      {offers.map((offer, index) => (
        <Choice key={index} digit={keys[index]}>
          <Moved patient={patient} to={offer} />
        </Choice>
      ))}
    </Menu>
  )
}

async function Moved({ patient, to }: { patient: string; to: Appointment }) {
  await once('move', () => moveTo(patient, to))
  return (
    <Talk>
      We expect you on <When {...to} />. Goodbye.
    </Talk>
  )
}

function When({ day, time }: Appointment) {
  return (
    <>
      <say-as interpret-as="date" format="dm">
        {day}
      </say-as>{' '}
      at {time}
    </>
  )
}

/**
 * Leaves a message if a machine answered. The call is made with `advanced_machine_detection` in the mode `default`,
 * whose verdict comes during the greeting, and a second one with the beep, or when none came in time.
 */
async function Event(event: EventProps) {
  if (event.status === 'completed') people.delete(event.uuid)
  if (event.status !== 'machine' || people.has(event.call_uuid)) return null
  // Quiet during the greeting. No beep is waited for longer than 120 s.
  if (event.sub_state === undefined) return <Wait timeout={120} />
  return (
    <Talk language="en-GB">
      This is the Example Clinic. Please call us about your appointment. Goodbye.
    </Talk>
  )
}

export const flow: VoiceAppOptions = { answer: Answer, event: Event }
