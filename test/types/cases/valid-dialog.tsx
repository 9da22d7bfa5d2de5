import { Connect, Phone, Stream, Talk } from 'ncco-jsx'
import {
  type Answers,
  Ask,
  type AskProps,
  Choice,
  type Counts,
  Keys,
  Menu,
  type MenuProps,
  OpeningHours,
  once,
  StartOver,
  Stop,
  useAnswers,
  useOnce,
  useOpening,
  Voice,
} from 'ncco-jsx/dialog'
import { type AnswerProps, createVoiceApp } from 'ncco-jsx/serve'

const isDate = (digits: string) => digits < '20200101' || 'That day is yet to come.'

async function Booking({ birthday }: { birthday: string }) {
  const doOnce = useOnce()
  const slot = await once('slot', (key) => ({ day: 'Monday', key }))
  const paid: boolean = await doOnce('paid', async () => slot.day === 'Monday')
  return <Talk>{paid ? slot.day : birthday}</Talk>
}

function Closed() {
  const until: Date | undefined = useOpening()?.until
  const answers: Answers = useAnswers()
  const { pin } = useAnswers<{ pin: string }>()
  return (
    <Talk>
      {until?.toISOString()} {answers.pin} {pin}
    </Talk>
  )
}

/** A fragment of a library. */
export const PinEntry = (props: Omit<AskProps, 'name'>) => <Ask {...props} name="pin" />

const tapered: MenuProps['prompt'] = ({ attempt }: Counts) =>
  attempt === 1 ? 'For appointments, press 1. For a nurse, press 2.' : 'Press 1 or 2.'

function Answer({ to }: AnswerProps) {
  return (
    <OpeningHours
      zone="Europe/London"
      hours={{ mon: ['09:00-12:30', '13:30-17:00'], tue: '09:00-17:00' }}
      closed={['2026-12-25']}
      extra={{ '2026-12-24': '09:00-12:00' }}
      otherwise={<Closed />}
    >
      <Voice language="en-GB" style={2}>
        <Keys on={{ '0': <Stop />, '*': <StartOver /> }}>
          <Menu name="reason" prompt={tapered} attempts={3} otherwise={<Stop />}>
            <Choice digit="1" phrases={['appointments']} value="appointment">
              <Ask
                name="birthday"
                digits={8}
                prompt={
                  <>
                    <Stream streamUrl="/ding.mp3" /> Your date of birth?
                  </>
                }
                check={isDate}
                confirm={(digits) => <say-as interpret-as="digits">{digits}</say-as>}
              >
                {(birthday, { by, confidence }) => (
                  <>
                    <Booking birthday={birthday} />
                    {by === 'speech' && <Talk>{confidence}</Talk>}
                  </>
                )}
              </Ask>
            </Choice>
            <Choice digit="2">
              <PinEntry digits={{ min: 4, max: 6, terminator: '#' }} prompt="Your PIN?" />
              <Connect from={to}>
                <Phone number="447700900003" />
              </Connect>
            </Choice>
          </Menu>
          <Ask name="city" speech={{ language: 'en-GB', confidence: 0.4 }} prompt="Which city?" />
        </Keys>
      </Voice>
    </OpeningHours>
  )
}

export default createVoiceApp({
  answer: Answer,
  secret: 'a secret of at least 32 characters',
  signature: false,
})
