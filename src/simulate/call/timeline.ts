import type { DeliveryKind } from '../delivery/webhook'

/** The fields of every entry of a timeline. */
interface Entry<Type extends string> {
  /** Seconds on the platform's clock. */
  at: number
  type: Type
}

interface LegEntry<Type extends string> extends Entry<Type> {
  /** The leg: a number, user, address or extension. */
  leg: string
}

/** A call was made. */
export interface DialledEntry extends Entry<'dialled'> {
  from: string
  to: string
  direction: 'inbound' | 'outbound'
}

/** The state of a leg changed. */
export interface LegStatusEntry extends LegEntry<'leg'> {
  /** As in the event webhook. */
  status: string
  /** The detail, as in the event webhook. */
  detail?: string
}

/** An action of the NCCO began. */
export interface ActionEntry extends LegEntry<'action'> {
  action: string
  /** Its effect, in words. */
  does: string
}

/** A prompt began to play, or someone in the same conversation said something. */
export interface HeardEntry extends LegEntry<'heard'> {
  /** The words, or the URL of the audio. */
  text: string
  /** Duration in seconds, once. */
  seconds: number
  /** Number of repetitions; 0 is endless. Absent: once. */
  loop?: number
  /** The language that a talk is spoken in. Absent: `en-US`, the default of a talk; also where no voice of the platform speaks. */
  language?: string
  /** The leg that said it. Absent: the platform. */
  by?: string
}

/** A prompt was broken off. */
export interface InterruptedEntry extends LegEntry<'interrupted'> {
  /** The part that was heard of its last repetition; or the URL of the audio. */
  heard: string
  /** Its position then, in seconds. */
  seconds: number
}

/** A key was pressed. */
export interface PressedEntry extends LegEntry<'pressed'> {
  key: string
}

/** A person began to speak. */
export interface SaidEntry extends LegEntry<'said'> {
  text: string
  seconds: number
}

/** A leg began to send audio that can be heard: a websocket that is connected to its server, or whoever speaks by `openAudio`. */
export interface AudioEntry extends LegEntry<'audio'> {
  /** The time since the end of the speech that it answers, in seconds. Absent: it answers none. */
  latency?: number
}

/** A webhook was delivered, or could not be. */
export interface WebhookEntry extends Entry<'webhook'> {
  kind: DeliveryKind
  /** The status of an event. */
  status?: string
  method: 'GET' | 'POST'
  /** Without its query. */
  url: string
  /** From 1. */
  attempt: number
  /** The answer, in words. */
  answer: string
}

/** The application asked the REST API for something. */
export interface RequestEntry extends Entry<'request'> {
  /** In a word or two, such as `transfer`. */
  does: string
  method: string
  path: string
  /** The status of the answer. */
  status: number
  /** The reason for a refusal. */
  why?: string
}

/** A recording began or ended. */
export interface RecordingEntry extends Entry<'recording'> {
  recording: string
  event: 'started' | 'ended'
  /** The reason for its end. */
  why?: string
}

/** A leg entered or left a conversation, or the conversation began or ended. */
export interface ConversationEntry extends LegEntry<'conversation'> {
  name: string
  /** Its id, as a `transfer` takes it. */
  uuid: string
  event: 'entered' | 'started' | 'left' | 'ended'
}

/** Something else that a reader should know. */
export interface NoteEntry extends Entry<'note'> {
  text: string
}

/** The call is over. */
export interface EndedEntry extends Entry<'ended'> {
  reason: EndReason
}

/** The reason for the end of a call. */
export type EndReason =
  /** The flow was done, or a conversation it was in ended. */
  | 'completed'
  /** The person at the far end hung up. */
  | 'hung-up'
  /** The application hung up, by REST. */
  | 'hung-up-by-app'
  /** Neither the answer URL nor the fallback gave a usable NCCO. */
  | 'no-ncco'
  /** The NCCO of a webhook was refused. */
  | 'invalid-ncco'
  /** An outbound call that was not answered. */
  | 'busy'
  | 'rejected'
  | 'unanswered'
  | 'failed'
  | 'timeout'
  | 'cancelled'
  /** Machine detection hung up. */
  | 'machine'
  /** The flow went in a circle without a pause. */
  | 'loop'
  /** It lasted longer than `maxSeconds` of its platform. */
  | 'endless'
  /** Its platform was closed. */
  | 'closed'

/**
 * Something that happened in a call: plain data, which JSON can hold.
 *
 * @example
 * ```ts
 * const call = await dial(app)
 * const prompts = call.timeline.filter(({ type }) => type === 'heard')
 * ```
 */
export type TimelineEntry =
  | DialledEntry
  | LegStatusEntry
  | ActionEntry
  | HeardEntry
  | InterruptedEntry
  | PressedEntry
  | SaidEntry
  | AudioEntry
  | WebhookEntry
  | RequestEntry
  | RecordingEntry
  | ConversationEntry
  | NoteEntry
  | EndedEntry

/** An entry before it has its time. */
export type NewTimelineEntry = TimelineEntry extends infer E
  ? E extends TimelineEntry
    ? Omit<E, 'at'>
    : never
  : never
