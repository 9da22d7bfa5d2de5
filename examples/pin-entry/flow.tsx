import { Connect, Phone, Talk } from 'ncco-jsx'
import { Ask, Voice } from 'ncco-jsx/dialog'
import type { AnswerProps, VoiceAppOptions } from 'ncco-jsx/serve'
import { checkPin, findBalance } from './accounts'

/** Tells the balance to a caller who knows the PIN. The words are the same for an unknown account, a wrong PIN and a locked account. */
function Answer({ to }: AnswerProps) {
  return (
    <Voice language="en-GB">
      <Talk>Example Bank.</Talk>
      <Ask
        name="account"
        digits={6}
        prompt="Please key in your account number, six digits."
        noMatch="An account number has six digits."
        otherwise={<Person from={to} />}
      >
        {(account) => (
          <Ask
            name="pin"
            digits={4}
            prompt="Please key in your PIN, four digits."
            noInput="Take your time."
            noMatch="The account number or the PIN is not right."
            check={(pin) => checkPin(account, pin)}
            otherwise={<Person from={to} />}
          >
            {() => <Balance account={account} />}
          </Ask>
        )}
      </Ask>
      <Talk>Goodbye.</Talk>
    </Voice>
  )
}

async function Balance({ account }: { account: string }) {
  const balance = await findBalance(account)
  return <Talk>Your balance is {balance} pounds.</Talk>
}

/** Where a caller comes to whom the bank tells nothing by itself. */
function Person({ from }: { from: string }) {
  return (
    <>
      <Talk>We cannot go on by telephone keys. I will connect you to a person.</Talk>
      <Connect from={from} timeout={30}>
        <Phone number="447700900050" />
      </Connect>
      <Talk>Nobody is free. Please visit your branch.</Talk>
    </>
  )
}

export const flow: VoiceAppOptions = { answer: Answer }
