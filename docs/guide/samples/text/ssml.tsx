import { Talk } from 'ncco-jsx'

export const Flow = ({ order = '4711' }: { order?: string }) => (
  <Talk language="en-GB">
    <s>
      Your order is <say-as interpret-as="digits">{order}</say-as>.
    </s>
    <break time="400ms" />
    <prosody rate="slow">Please have it at hand.</prosody>
  </Talk>
)
