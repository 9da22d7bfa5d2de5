import { Talk } from 'ncco-jsx'

export const Flow = ({ shop = 'Salt & <Pepper>' }: { shop?: string }) => (
  <>
    <Talk>
      <emphasis>Welcome</emphasis> to {shop}.
    </Talk>
    <Talk ssml="<speak>One <break time='1s'/> two.</speak>" />
  </>
)
