/** What the peers must make of the flow's elements before any of them is timed. */
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

export const twiml = [
  '<?xml version="1.0" encoding="UTF-8"?><Response><Pause length="1"/>',
  '<Play loop="1">https://example.com/jingle.mp3</Play>',
  '<Say language="en-GB" voice="woman">Welcome, 447700900001. For sales, press 1. For support, press 2.</Say>',
  '<Gather input="dtmf speech" numDigits="1" timeout="5" hints="sales, support" action="https://example.com/chosen">',
  '<Say language="en-GB">Please choose.</Say><Pause length="1"/></Gather>',
  '<Dial callerId="447700900000" timeout="20" action="https://example.com/events">',
  '<Number statusCallback="https://example.com/events">447700900002</Number></Dial>',
  '<Record timeout="3" playBeep="true" action="https://example.com/recorded"/></Response>',
].join('')

const plain = (text: string) => ({ type: 'plain_text', text, emoji: true })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true })
const button = (action_id: string, text: string, value: string) => ({
  type: 'button',
  action_id,
  text: plain(text),
  value,
})

export const slack: readonly object[] = [
  { type: 'header', text: plain('Call 1') },
  {
    type: 'image',
    alt_text: 'Jingle',
    image_url: 'https://example.com/jingle.png',
    title: plain('Jingle'),
  },
  {
    type: 'section',
    text: mrkdwn('Welcome, 447700900001. For sales, press 1. For support, press 2.'),
  },
  {
    type: 'actions',
    elements: [button('sales', 'Sales', '1'), button('support', 'Support', '2')],
  },
  { type: 'context', elements: [mrkdwn('Ringing for 20 seconds.')] },
  { type: 'divider' },
]
