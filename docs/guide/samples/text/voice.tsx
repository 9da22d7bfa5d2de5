import { Stream, Talk } from 'ncco-jsx'
import { Voice } from 'ncco-jsx/dialog'

export const Flow = () => (
  <Voice language="de-DE" style={1} premium>
    <Talk>Guten Tag.</Talk>
    <Stream streamUrl="https://example.com/jingle.mp3" />
    <Talk language="en-GB">Or in English.</Talk>
  </Voice>
)
