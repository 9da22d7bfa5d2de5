import { Dtmf, Input, Talk } from 'ncco-jsx'
import { type AnswerProps, onInput, type VoiceAppOptions } from 'ncco-jsx/serve'

interface Appointment {
  /** Day and month, such as `24/12`. */
  day: string
  time: string
  /** Minutes the patient should come early. */
  early: number
}

/** What the clinic's calendar knows of a number; a real one would ask a database. */
async function findAppointment(_number: string): Promise<Appointment> {
  return { day: '24/12', time: 'half past nine', early: 10 }
}

/** An outbound call: reminds the patient and asks for an answer. */
async function Answer({ to }: AnswerProps) {
  const { day, time, early } = await findAppointment(to)
  return (
    <>
      <Talk language="en-GB" bargeIn>
        <s>This is the Example Clinic.</s>
        <s>
          We expect you on{' '}
          <say-as interpret-as="date" format="dm">
            {day}
          </say-as>
          <break time="300ms" />
          at {time}.
        </s>
        <s>
          Please come <say-as interpret-as="cardinal">{early}</say-as> minutes early.
        </s>
        <s>
          To confirm, press 1. <break strength="medium" />
          To cancel, press 2.
        </s>
      </Talk>
      <Input eventUrl={answered()}>
        <Dtmf maxDigits={1} timeOut={10} />
      </Input>
    </>
  )
}

const answered = onInput('/answered', ({ dtmf }) => {
  switch (dtmf?.digits) {
    case '1':
      return <Talk language="en-GB">Thank you. We look forward to seeing you.</Talk>
    case '2':
      return <Talk language="en-GB">Your appointment is cancelled.</Talk>
    default:
      return <Talk language="en-GB">We will call you again. Goodbye.</Talk>
  }
})

export const flow: VoiceAppOptions = { answer: Answer, hooks: [answered] }
