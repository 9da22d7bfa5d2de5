import { Authorization, Connect, Talk, Websocket } from 'ncco-jsx'
import type { AnswerProps, VoiceAppOptions } from 'ncco-jsx/serve'

/** Hands the caller to a bot that hears and speaks over a websocket; if it cannot be reached, says so. */
function Answer({ from, conversation_uuid }: AnswerProps) {
  return (
    <>
      <Connect {...(from && { from })}>
        <Websocket
          uri="wss://bot.example.com/calls"
          contentType="audio/l16;rate=16000"
          headers={{ conversation: conversation_uuid, language: 'en-GB' }}
        >
          <Authorization type="vonage" />
        </Websocket>
      </Connect>
      <Talk language="en-GB">Our assistant cannot be reached. Please call again later.</Talk>
    </>
  )
}

export const flow: VoiceAppOptions = { answer: Answer }
