import { Authorization, Connect, Websocket } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect>
      <Websocket uri="wss://example.com/bot" contentType="audio/l16;rate=16000">
        <Authorization type="custom" />
      </Websocket>
    </Connect>
  )
}
