import { Connect, type NccoNode, Phone, Talk } from 'ncco-jsx'
import { Choice, type Key, Menu } from 'ncco-jsx/dialog'
import { useWebhook } from 'ncco-jsx/serve'

/** A menu with the words of the house. Who makes no choice gets what stands in `otherwise`. */
export function Desk({
  prompt,
  otherwise,
  children,
}: {
  prompt: string
  otherwise?: NccoNode
  children: NccoNode
}) {
  return (
    <Menu
      prompt={prompt}
      noInput="I did not hear anything."
      noMatch="That is not one of the choices."
      otherwise={otherwise}
    >
      {children}
    </Menu>
  )
}

/** A choice that tells something. */
export function Information({ digit, children }: { digit: Key; children: NccoNode }) {
  return (
    <Choice digit={digit}>
      <Talk>{children}</Talk>
    </Choice>
  )
}

/** A choice that connects to one of several people. */
export function People({
  digit,
  numbers,
  children,
}: {
  digit: Key
  numbers: readonly string[]
  children: NccoNode
}) {
  return (
    <Choice digit={digit}>
      <RingInTurn numbers={numbers}>{children}</RingInTurn>
    </Choice>
  )
}

/** Rings one number after another; what stands inside is said if nobody answers. */
export function RingInTurn({
  numbers,
  children,
}: {
  numbers: readonly string[]
  children: NccoNode
}) {
  const { to } = useWebhook()
  return (
    <>
      {numbers.map((number) => (
        <Connect key={number} from={to} timeout={15}>
          <Phone number={number} />
        </Connect>
      ))}
      <Talk>{children}</Talk>
    </>
  )
}
