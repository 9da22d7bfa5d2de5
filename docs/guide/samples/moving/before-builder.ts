import { Conversation, NCCOBuilder, Talk } from '@vonage/voice'

/** Callers who wait for their host, with the builder of the official SDK. */
export function waitForHost() {
  const builder = new NCCOBuilder()
  builder.addAction(new Talk('Please wait for your host.'))
  builder.addAction(new Conversation('room', undefined, false))
  return builder.build()
}
