import { Connect, OnAnswer, Phone, Record, Talk } from 'ncco-jsx'
import { Voice } from 'ncco-jsx/dialog'
import { type AnswerProps, onAnswer, onRecording, type VoiceAppOptions } from 'ncco-jsx/serve'

/** Where the owner of the number may be, in the order in which the phones ring. */
const phones = ['447700900060', '447700900061', '447700900062']

/** What the owner hears before the two are joined. */
const whisper = onAnswer('/whisper', () => (
  <Talk language="en-GB">A call to your office number.</Talk>
))

const recorded = onRecording('/recorded', ({ recording_uuid }) => {
  console.log(`Recording ${recording_uuid} can be fetched.`)
})

/** Rings one phone after another; if nobody answers, takes a message. */
function Answer({ to }: AnswerProps) {
  return (
    <Voice language="en-GB">
      <Talk>One moment, please. I will try to find Ada Lovelace.</Talk>
      {phones.map((number) => (
        <Connect key={number} from={to} timeout={15} machineDetection="hangup">
          <Phone number={number}>
            <OnAnswer url={whisper()} ringbackTone="/ringing.mp3" />
          </Phone>
        </Connect>
      ))}
      <Voicemail />
    </Voice>
  )
}

function Voicemail() {
  return (
    <>
      <Talk>I could not find her. Please leave a message after the tone.</Talk>
      <Record beepStart endOnSilence={5} endOnKey="#" timeOut={120} eventUrl={recorded()} />
      <Talk>Thank you. She will call you back.</Talk>
    </>
  )
}

export const flow: VoiceAppOptions = { answer: Answer, hooks: [whisper, recorded] }
