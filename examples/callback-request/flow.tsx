import { type NccoNode, Talk } from 'ncco-jsx'
import { Ask, Choice, Menu, once, useAnswers, Voice } from 'ncco-jsx/dialog'
import type { AnswerProps, VoiceAppOptions } from 'ncco-jsx/serve'
import { requestCallback } from './requests'

/** Takes a request to be called back: at the calling number or at another one, now or in the morning. */
function Answer({ from }: AnswerProps) {
  return (
    <Voice language="en-GB">
      <Talk>All our colleagues are busy. We will be glad to call you back.</Talk>
      {from ? <KnownNumber from={from} /> : <AskNumber />}
      <Talk>Goodbye.</Talk>
    </Voice>
  )
}

function KnownNumber({ from }: { from: string }) {
  return (
    <Menu
      prompt={
        <>
          To be called at <Digits>{from}</Digits>, press 1. For another number, press 2.
        </>
      }
      noMatch="That is not one of the choices."
      otherwise={<Talk>Please call again later.</Talk>}
    >
      <Choice digit="1">
        <Request number={from} />
      </Choice>
      <Choice digit="2">
        <AskNumber />
      </Choice>
    </Menu>
  )
}

/** Asks for a number, which also callers with a withheld one can give. */
function AskNumber() {
  return (
    <Ask
      name="number"
      digits={{ min: 7, max: 15, terminator: '#' }}
      prompt="Please key in your telephone number with its area code, followed by the hash key."
      noInput="I did not hear any keys."
      noMatch="That is too short for a telephone number."
      confirm={(number) => (
        <>
          You keyed in <Digits>{number}</Digits>. If that is right, press 1. If not, press 2.
        </>
      )}
      otherwise={<Talk>Please call again later.</Talk>}
    >
      {(number) => <Request number={number} />}
    </Ask>
  )
}

function Request({ number }: { number: string }) {
  return (
    <>
      <Menu
        name="when"
        prompt="To be called as soon as somebody is free, press 1. For tomorrow morning, press 2."
        attempts={2}
      >
        <Choice digit="1" phrases={['now', 'as soon as possible']} value="as soon as possible" />
        <Choice digit="2" phrases={['tomorrow', 'morning']} value="tomorrow morning" />
      </Menu>
      <Confirmation number={number} />
    </>
  )
}

/** Notes the request. Who says nothing of the time is called as soon as possible. */
async function Confirmation({ number }: { number: string }) {
  const { when = 'as soon as possible' } = useAnswers()
  await once('request', (key) => requestCallback({ number, when }, key))
  return <Talk>We will call you {when}.</Talk>
}

function Digits({ children }: { children: NccoNode }) {
  return <say-as interpret-as="digits">{children}</say-as>
}

export const flow: VoiceAppOptions = { answer: Answer }
