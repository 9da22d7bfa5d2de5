import { type NccoNode, Talk } from 'ncco-jsx'
import { Ask, Choice, Menu, once, useAnswers, Voice } from 'ncco-jsx/dialog'
import { type EventProps, useWebhook, type VoiceAppOptions } from 'ncco-jsx/serve'
import { closeResult, completeResult, saveAnswer } from './results'

/** Asks five questions; some are skipped, by what was answered before. Each answer is saved when it comes. */
function Answer() {
  return (
    <Voice language="en-GB">
      <Talk>Thank you for taking part in our survey. It takes one minute.</Talk>
      <Rating name="satisfaction" prompt="How satisfied are you with your visit, from 1 to 5?" />
      <Cause />
      <Rating name="staff" prompt="How friendly were our staff, from 1 to 5?" />
      <YesOrNo name="again" prompt="Would you come again? For yes, press 1. For no, press 2." />
      <Praise />
      <Complete />
      <Talk>Those were all our questions. Thank you, and goodbye.</Talk>
    </Voice>
  )
}

/** Only for callers who were not satisfied. */
function Cause() {
  const { satisfaction } = useAnswers()
  if (satisfaction === undefined || Number(satisfaction) > 2) return null
  return (
    <Question
      name="cause"
      prompt="We are sorry to hear that. If the waiting time was the cause, press 1. If it was the price, press 2. For anything else, press 3."
    >
      <Choice digit="1" value="waiting" />
      <Choice digit="2" value="price" />
      <Choice digit="3" value="other" />
    </Question>
  )
}

/** Only for callers who were satisfied and would come again. */
function Praise() {
  const { satisfaction, again } = useAnswers()
  if (Number(satisfaction ?? 0) < 4 || again !== 'yes') return null
  return (
    <YesOrNo
      name="recommend"
      prompt="Would you recommend us to a friend? For yes, press 1. For no, press 2."
    />
  )
}

const retry = {
  attempts: 2,
  noInput: 'I did not hear anything.',
  noMatch: 'Sorry, I did not get that.',
} as const

function Rating({ name, prompt }: { name: string; prompt: string }) {
  const isRating = (digit: string) => digit >= '1' && digit <= '5'
  return (
    <>
      <Ask name={name} prompt={prompt} digits={1} check={isRating} {...retry} />
      <Save name={name} />
    </>
  )
}

function YesOrNo({ name, prompt }: { name: string; prompt: string }) {
  return (
    <Question name={name} prompt={prompt}>
      <Choice digit="1" phrases={['yes']} value="yes" />
      <Choice digit="2" phrases={['no']} value="no" />
    </Question>
  )
}

function Question({
  name,
  prompt,
  children,
}: {
  name: string
  prompt: string
  children: NccoNode
}) {
  return (
    <>
      <Menu name={name} prompt={prompt} {...retry}>
        {children}
      </Menu>
      <Save name={name} />
    </>
  )
}

/** Saves an answer at once, so that it is kept when the caller hangs up. A question without an answer is skipped. */
async function Save({ name }: { name: string }) {
  const { [name]: answer } = useAnswers()
  const { conversation_uuid = '' } = useWebhook()
  if (answer !== undefined) {
    await once(`save ${name}`, () => saveAnswer(conversation_uuid, name, answer))
  }
  return null
}

async function Complete() {
  const { conversation_uuid = '' } = useWebhook()
  await once('complete', () => completeResult(conversation_uuid))
  return null
}

/** A caller who hung up leaves a partial result. */
async function Event({ status, conversation_uuid }: EventProps) {
  if (status === 'completed') await closeResult(conversation_uuid)
  return null
}

export const flow: VoiceAppOptions = { answer: Answer, event: Event }
