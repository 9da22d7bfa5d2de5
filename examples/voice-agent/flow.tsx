import { Authorization, Connect, OnAnswer, Phone, Talk, Websocket } from 'ncco-jsx'
import { Choice, Menu, Voice } from 'ncco-jsx/dialog'
import {
  type AnswerProps,
  type AnswerWebhookProps,
  type CallEventWebhookProps,
  onAnswer,
  onCallEvent,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { findHandOver } from './hand-over'

/** An AI agent hears and speaks over a websocket. The menu follows if it cannot be reached, or if the connection drops. */
function Answer({ from, to, conversation_uuid, agent }: AnswerProps & { agent: string }) {
  return (
    <Voice language="en-GB">
      <Talk>You are talking to our assistant. You can ask for a person at any time.</Talk>
      <Connect
        {...(from && { from })}
        eventUrl={agentLeft({ conversation: conversation_uuid, from: to })}
      >
        <Websocket
          uri={agent}
          contentType="audio/l16;rate=16000"
          headers={{ conversation: conversation_uuid, language: 'en-GB' }}
        >
          <Authorization type="vonage" />
        </Websocket>
      </Connect>
      <Menu
        prompt="Our assistant cannot be reached. To talk to a person, press 1. To be called back, press 2."
        noMatch="That is not one of the choices."
        otherwise={<Talk>Please call again later. Goodbye.</Talk>}
      >
        <Choice digit="1" phrases={['person']}>
          <Person from={to} summary="The assistant could not be reached." />
        </Choice>
        <Choice digit="2" phrases={['call me back']}>
          <Talk>We will call you back today. Goodbye.</Talk>
        </Choice>
      </Menu>
    </Voice>
  )
}

/** Connects to a person if the agent asked for one. Otherwise the flow goes on after the agent. */
const agentLeft = onCallEvent(
  '/agent-left',
  async ({ status, params }: CallEventWebhookProps<{ conversation: string; from: string }>) => {
    const { conversation, from } = params
    const handOver = status === 'disconnected' ? await findHandOver(conversation) : undefined
    if (!handOver) return null
    return (
      <Voice language="en-GB">
        <Talk>I will connect you to a person.</Talk>
        <Person from={from} summary={handOver.summary} />
      </Voice>
    )
  },
)

/** Tells the person what it is about before the two are joined. */
function Person({ from, summary }: { from: string; summary: string }) {
  return (
    <>
      <Connect from={from} timeout={30} machineDetection="hangup">
        <Phone number="447700900090">
          <OnAnswer url={briefing({ summary })} />
        </Phone>
      </Connect>
      <Talk>Nobody is free. We will call you back today. Goodbye.</Talk>
    </>
  )
}

const briefing = onAnswer('/briefing', ({ params }: AnswerWebhookProps<{ summary: string }>) => (
  <Talk language="en-GB">{params.summary}</Talk>
))

/** @param agent the address of the agent's server */
export function makeFlow(agent: string): VoiceAppOptions {
  return {
    answer: (webhook: AnswerProps) => <Answer {...webhook} agent={agent} />,
    hooks: [agentLeft, briefing],
  }
}

export const flow = makeFlow('wss://agent.example.com/calls')
