import { Authorization, Connect, Websocket } from 'ncco-jsx'

export default function Sample() {
  return (
    <Connect>
      <Websocket uri="wss://agent.example.com/socket" contentType="audio/l16;rate=16000">
        <Authorization type="vonage" />
      </Websocket>
    </Connect>
  )
}
