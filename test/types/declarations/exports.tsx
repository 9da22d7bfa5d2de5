import { createContext, createElement, type JSX, Talk, type TalkOptions } from 'ncco-jsx'
import {
  type CallEventWebhookProps,
  createVoiceApp,
  type EventProps,
  type InputWebhookProps,
  onInput,
  parseWebhook,
  type Webhook,
} from 'ncco-jsx/serve'
import { createPlatform, dial } from 'ncco-jsx/simulate'

// What a package of flows exports without naming its types: the declarations must be able to name them.

export const busy = (event: CallEventWebhookProps) => (event.status === 'busy' ? event : undefined)
export const started = (event: EventProps) => (event.status === 'started' ? event : undefined)
export const input = (webhook: Webhook) => (webhook.kind === 'input' ? webhook : undefined)
export const parsed = async (request: Request) => parseWebhook(request)

export const Voice = createContext({ language: 'en-GB', style: 1 })
export const French = (attributes: JSX.IntrinsicElements['lang']) => attributes
export const dated = (attributes: JSX.IntrinsicElements['say-as']) =>
  attributes['interpret-as'] === 'date' ? attributes : undefined
export const tags = (all: JSX.IntrinsicElements) => all
export const greeting = createElement(Talk, null, 'Hello')
export const say = (options: TalkOptions) => <Talk {...options}>Hello</Talk>

export const chosen = onInput(
  '/chosen',
  ({ dtmf, params }: InputWebhookProps<{ attempt: number }>) =>
    dtmf ? <Talk>Attempt {params.attempt}</Talk> : undefined,
)
export const app = createVoiceApp({ answer: () => greeting, hooks: [chosen], signature: false })

export const platform = createPlatform()
export const call = async () => dial(app, { platform })
export const legs = async () => (await call()).legs
