import { Input, Speech, Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk bargeIn>Do you want to speak to sales or to support?</Talk>
      <Input eventUrl="https://example.com/said">
        <Speech language="en-GB" context={['sales', 'support']} endOnSilence={1} />
      </Input>
    </>
  )
}
