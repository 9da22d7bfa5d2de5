/** The page that every renderer of HTML must make of the flow's elements before it is timed. */
export const html = [
  '<section data-from="447700900001" data-attempt="1" data-event-url="https://example.com/events"></section>',
  '<div data-stream-url="https://example.com/jingle.mp3" data-level="0.5"></div>',
  '<p data-language="en-GB" data-style="2" data-barge-in="true">',
  'Welcome, 447700900001. For sales, press 1. For support, press 2.</p>',
  '<ol data-event-url="https://example.com/chosen"><li data-max-digits="1" data-time-out="5"></li>',
  '<li data-language="en-GB" data-context="sales support"></li></ol>',
  '<ul data-from="447700900000" data-timeout="20" data-event-url="https://example.com/events">',
  '<li data-number="447700900002"></li></ul>',
  '<footer data-format="mp3" data-end-on-silence="3" data-beep-start="true" data-event-url="https://example.com/recorded"></footer>',
].join('')
