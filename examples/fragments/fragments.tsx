import {
  Connect,
  createContext,
  Dtmf,
  Input,
  type NccoNode,
  Phone,
  Talk,
  type TtsLanguage,
  type Url,
  useContext,
} from 'ncco-jsx'

/** How every prompt of a flow sounds. */
export const Voice = createContext<{ language: TtsLanguage; style: number }>({
  language: 'en-GB',
  style: 0,
})

/** A prompt in the voice of the flow. */
export function Say({ children, canInterrupt }: { children: NccoNode; canInterrupt?: boolean }) {
  return (
    <Talk {...useContext(Voice)} {...(canInterrupt && { bargeIn: true })}>
      {children}
    </Talk>
  )
}

/** A question that one key answers. */
export function AskForKey({ children, answerTo }: { children: NccoNode; answerTo: Url<'input'> }) {
  return (
    <>
      <Say canInterrupt>{children}</Say>
      <Input eventUrl={answerTo}>
        <Dtmf maxDigits={1} />
      </Input>
    </>
  )
}

/** Rings one number after another; what stands inside follows if nobody answers. */
export function RingInTurn({
  numbers,
  from,
  children,
}: {
  numbers: readonly string[]
  from: string | undefined
  children: NccoNode
}) {
  return (
    <>
      {numbers.map((number) => (
        <Connect key={number} from={from} timeout={15}>
          <Phone number={number} />
        </Connect>
      ))}
      {children}
    </>
  )
}
