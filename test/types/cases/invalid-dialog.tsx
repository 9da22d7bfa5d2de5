import { Talk } from 'ncco-jsx'
import { Ask, Choice, Keys, Menu, OpeningHours, once, useAnswers } from 'ncco-jsx/dialog'

// fails: Property 'name' is missing
export const withoutName = <Ask digits={4} prompt="Your PIN?" />

// fails: Property 'prompt' is missing
export const withoutPrompt = <Ask name="pin" digits={4} />

// fails: 'Ask' components don't accept text as child elements
export const childOfText = (
  <Ask name="pin" digits={4} prompt="Your PIN?">
    Thank you.
  </Ask>
)

// fails: Type 'NccoElement' is not assignable to type '(value: string, how: HowAnswered)
export const childOfElement = (
  <Ask name="pin" digits={4} prompt="Your PIN?">
    <Talk>Thank you.</Talk>
  </Ask>
)

// fails: Property 'digit' does not exist
export const wrongName = <Ask name="pin" digit={4} prompt="Your PIN?" />

// fails: Type 'string' is not assignable to type 'number'
export const wrongCheck = (
  <Ask name="pin" digits={4} prompt="Your PIN?" check={(pin: number) => pin > 0} />
)

// fails: Property 'toFixed' does not exist on type 'string'
export const wrongAnswer = (
  <Ask name="pin" digits={4} prompt="Your PIN?">
    {(pin) => <Talk>{pin.toFixed()}</Talk>}
  </Ask>
)

// fails: Type '"*"' is not assignable to type '"#"
export const wrongTerminator = (
  <Ask name="pin" digits={{ max: 4, terminator: '*' }} prompt="Your PIN?" />
)

// fails: Type '"12"' is not assignable to type 'Key
export const twoKeys = (
  <Menu prompt="Which?">
    <Choice digit="12" />
  </Menu>
)

// fails: Type 'number' is not assignable to type 'Key
export const numberAsKey = (
  <Menu prompt="Which?">
    <Choice digit={1} />
  </Menu>
)

// fails: 'context' does not exist
export const ownContext = <Menu prompt="Which?" speech={{ context: ['one'] }} />

// fails: ''12'' does not exist
export const longKey = <Keys on={{ '12': <Talk>Twelve.</Talk> }} />

// fails: 'monday' does not exist
export const longDay = <OpeningHours zone="Europe/London" hours={{ monday: '09:00-17:00' }} />

// fails: Property 'colour' does not exist
export const { colour } = useAnswers<{ pin: string }>()

// fails: Property 'time' does not exist on type '{ day: string; }'
export const wrongResult = once('slot', () => ({ day: 'Monday' })).then((slot) => slot.time)
