import {
  Connect,
  createContext,
  Dtmf,
  Input,
  type NccoNode,
  Phone,
  render,
  Talk,
  useContext,
} from 'ncco-jsx'
import { type InputWebhookProps, onInput, useWebhook } from 'ncco-jsx/serve'

// A package of flows, as a team would publish it: it has its own idea of which copy of ncco-jsx it uses.

export const Language = createContext('en-US')

export function Say({ children }: { children: NccoNode }) {
  return <Talk language={useContext(Language)}>{children}</Talk>
}

export function Greeting({ children }: { children?: NccoNode }) {
  return (
    <>
      <Say>
        Welcome, {useWebhook().from}. <break time="1s" />
      </Say>
      {children}
    </>
  )
}

/** Asks for a key, and answers it by itself. */
export const Ask = () => (
  <Input eventUrl={chosen({ asked: 1 })}>
    <Dtmf maxDigits={1} />
  </Input>
)

export const chosen = onInput(
  '/chosen',
  ({ dtmf, to, params }: InputWebhookProps<{ asked: number }>) => (
    <>
      <Say>
        You pressed {dtmf?.digits} at question {params.asked}.
      </Say>
      <Connect from={to}>
        <Phone number="447700900002" />
      </Connect>
    </>
  ),
)

/** Errors of this copy of the package. */
export const failures = [
  () => render(<Talk loop={-1}>Hello</Talk>),
  () => onInput('no slash', () => <Talk>Hello</Talk>),
]

/** Tells which copy of the package this is. */
export const itsRender = render
