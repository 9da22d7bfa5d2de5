// Made by `npm run build` from the tables of the vocabulary. Not to be edited.
import type { Json, JsonObject } from '../element/json'

/** Sets one key of an object. */
export type Setter = (object: JsonObject, value: Json) => void

/** For each key of the tables. An engine sets a key that stands in the code sooner than one that it has to look up. */
export const setters: Readonly<Record<string, Setter>> = {
  advancedMachineDetection: (object, value) => {
    object.advancedMachineDetection = value
  },
  authorization: (object, value) => {
    object.authorization = value
  },
  bargeIn: (object, value) => {
    object.bargeIn = value
  },
  beepStart: (object, value) => {
    object.beepStart = value
  },
  beep_timeout: (object, value) => {
    object.beep_timeout = value
  },
  behavior: (object, value) => {
    object.behavior = value
  },
  canHear: (object, value) => {
    object.canHear = value
  },
  canSpeak: (object, value) => {
    object.canSpeak = value
  },
  channels: (object, value) => {
    object.channels = value
  },
  'content-type': (object, value) => {
    object['content-type'] = value
  },
  context: (object, value) => {
    object.context = value
  },
  conversationId: (object, value) => {
    object.conversationId = value
  },
  domain: (object, value) => {
    object.domain = value
  },
  dtmf: (object, value) => {
    object.dtmf = value
  },
  dtmfAnswer: (object, value) => {
    object.dtmfAnswer = value
  },
  endOnExit: (object, value) => {
    object.endOnExit = value
  },
  endOnKey: (object, value) => {
    object.endOnKey = value
  },
  endOnSilence: (object, value) => {
    object.endOnSilence = value
  },
  endpoint: (object, value) => {
    object.endpoint = value
  },
  eventMethod: (object, value) => {
    object.eventMethod = value
  },
  eventType: (object, value) => {
    object.eventType = value
  },
  eventUrl: (object, value) => {
    object.eventUrl = value
  },
  extension: (object, value) => {
    object.extension = value
  },
  format: (object, value) => {
    object.format = value
  },
  from: (object, value) => {
    object.from = value
  },
  headers: (object, value) => {
    object.headers = value
  },
  language: (object, value) => {
    object.language = value
  },
  level: (object, value) => {
    object.level = value
  },
  limit: (object, value) => {
    object.limit = value
  },
  loop: (object, value) => {
    object.loop = value
  },
  machineDetection: (object, value) => {
    object.machineDetection = value
  },
  maxDigits: (object, value) => {
    object.maxDigits = value
  },
  maxDuration: (object, value) => {
    object.maxDuration = value
  },
  mode: (object, value) => {
    object.mode = value
  },
  musicOnHoldUrl: (object, value) => {
    object.musicOnHoldUrl = value
  },
  mute: (object, value) => {
    object.mute = value
  },
  name: (object, value) => {
    object.name = value
  },
  number: (object, value) => {
    object.number = value
  },
  onAnswer: (object, value) => {
    object.onAnswer = value
  },
  payload: (object, value) => {
    object.payload = value
  },
  premium: (object, value) => {
    object.premium = value
  },
  provider: (object, value) => {
    object.provider = value
  },
  providerOptions: (object, value) => {
    object.providerOptions = value
  },
  randomFromNumber: (object, value) => {
    object.randomFromNumber = value
  },
  record: (object, value) => {
    object.record = value
  },
  ringbackTone: (object, value) => {
    object.ringbackTone = value
  },
  saveAudio: (object, value) => {
    object.saveAudio = value
  },
  sensitivity: (object, value) => {
    object.sensitivity = value
  },
  sentimentAnalysis: (object, value) => {
    object.sentimentAnalysis = value
  },
  shaken: (object, value) => {
    object.shaken = value
  },
  speech: (object, value) => {
    object.speech = value
  },
  split: (object, value) => {
    object.split = value
  },
  standardHeaders: (object, value) => {
    object.standardHeaders = value
  },
  startOnEnter: (object, value) => {
    object.startOnEnter = value
  },
  startTimeout: (object, value) => {
    object.startTimeout = value
  },
  streamUrl: (object, value) => {
    object.streamUrl = value
  },
  style: (object, value) => {
    object.style = value
  },
  submitOnHash: (object, value) => {
    object.submitOnHash = value
  },
  text: (object, value) => {
    object.text = value
  },
  timeOut: (object, value) => {
    object.timeOut = value
  },
  timeout: (object, value) => {
    object.timeout = value
  },
  transcription: (object, value) => {
    object.transcription = value
  },
  type: (object, value) => {
    object.type = value
  },
  uri: (object, value) => {
    object.uri = value
  },
  url: (object, value) => {
    object.url = value
  },
  user: (object, value) => {
    object.user = value
  },
  uuid: (object, value) => {
    object.uuid = value
  },
  value: (object, value) => {
    object.value = value
  },
}
