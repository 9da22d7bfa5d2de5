import { type NccoNode, Talk } from 'ncco-jsx'
import { Ask, Choice, Keys, Menu, once, StartOver, useAnswers } from 'ncco-jsx/dialog'

/** Props of {@link PinEntry}. */
export interface PinEntryProps {
  isRight: (pin: string) => boolean | Promise<boolean>
  children: (pin: string) => NccoNode
}

/** Lets a caller in who knows a PIN, and never says what is wrong with another. */
export const PinEntry = ({ isRight, children }: PinEntryProps) => (
  <Ask
    name="pin"
    digits={4}
    prompt="Please key in your PIN."
    noMatch="That is not right."
    check={isRight}
    otherwise={<Talk>Goodbye.</Talk>}
  >
    {children}
  </Ask>
)

/** Asks for yes or no. */
export const YesOrNo = ({
  question,
  yes,
  no,
}: {
  question: string
  yes: NccoNode
  no: NccoNode
}) => (
  <Menu name={question} prompt={`${question} Press 1 for yes, 2 for no.`}>
    <Choice digit="1" phrases={['yes']} value="yes">
      {yes}
    </Choice>
    <Choice digit="2" phrases={['no']} value="no">
      {no}
    </Choice>
  </Menu>
)

/** Gives a number that stays the same for the call. */
export async function Ticket({ next }: { next: () => number }) {
  const answers = useAnswers()
  const number = await once('ticket', next)
  return (
    <Talk>
      Ticket {number} for {answers.pin}.
    </Talk>
  )
}

/** Lets a caller begin again at any question. */
export const WithStar = ({ children }: { children: NccoNode }) => (
  <Keys on={{ '*': <StartOver /> }}>{children}</Keys>
)
