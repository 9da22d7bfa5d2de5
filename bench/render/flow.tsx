import { Connect, Dtmf, Input, Notify, Phone, Record, Speech, Stream, Talk } from 'ncco-jsx'
import type { Call } from './call'

/** A flow of six actions, as elements. */
export function Flow({ from, attempt }: Call) {
  return (
    <>
      <Notify payload={{ from, attempt }} eventUrl="https://example.com/events" />
      <Stream streamUrl="https://example.com/jingle.mp3" level={0.5} />
      <Talk language="en-GB" style={2} bargeIn>
        Welcome, {from}. For sales, press 1. For support, press 2.
      </Talk>
      <Input eventUrl="https://example.com/chosen">
        <Dtmf maxDigits={1} timeOut={5} />
        <Speech language="en-GB" context={['sales', 'support']} />
      </Input>
      <Connect from="447700900000" timeout={20} eventUrl="https://example.com/events">
        <Phone number="447700900002" />
      </Connect>
      <Record format="mp3" endOnSilence={3} beepStart eventUrl="https://example.com/recorded" />
    </>
  )
}
