import type { Call } from '../call'

/** The elements of the flow as HTML: as many, as deep, with as many attributes and the same texts. */
export function Page({ from, attempt }: Call) {
  return (
    <>
      <section
        data-from={from}
        data-attempt={attempt}
        data-event-url="https://example.com/events"
      />
      <div data-stream-url="https://example.com/jingle.mp3" data-level={0.5} />
      <p data-language="en-GB" data-style={2} data-barge-in="true">
        Welcome, {from}. For sales, press 1. For support, press 2.
      </p>
      <ol data-event-url="https://example.com/chosen">
        <li data-max-digits={1} data-time-out={5} />
        <li data-language="en-GB" data-context="sales support" />
      </ol>
      <ul data-from="447700900000" data-timeout={20} data-event-url="https://example.com/events">
        <li data-number="447700900002" />
      </ul>
      <footer
        data-format="mp3"
        data-end-on-silence={3}
        data-beep-start="true"
        data-event-url="https://example.com/recorded"
      />
    </>
  )
}
