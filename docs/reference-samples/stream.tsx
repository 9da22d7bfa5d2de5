import { Dtmf, Input, Stream } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Stream streamUrl="https://example.com/menu.mp3" bargeIn level={-0.5} />
      <Input eventUrl="https://example.com/chosen">
        <Dtmf maxDigits={1} />
      </Input>
    </>
  )
}
