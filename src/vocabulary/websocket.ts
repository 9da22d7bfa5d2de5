import type { ElementNode } from '../element/element'
import type { JsonData } from '../element/json'
import { component, type Unchecked } from '../options/component'
import { endpoint } from '../options/definition'
import { child, json, keyed, oneOf, required, uri } from '../options/rules'
import { authorization } from './authorization'

/** Options of the `websocket` endpoint. */
export interface WebsocketOptions {
  /** The server to stream the call to: `ws://` or `wss://`. */
  uri: string
  /**
   * The audio: `audio/l16;rate=8000`, `audio/l16;rate=16000` or `audio/l16;rate=24000`, linear PCM of 16 bits in frames
   * of 20 ms.
   */
  contentType: 'audio/l16;rate=8000' | 'audio/l16;rate=16000' | 'audio/l16;rate=24000'
  /** Plain JSON that is merged into the first message of the connection. */
  headers?: JsonData | undefined
}

export const websocket = endpoint<WebsocketOptions>('websocket', 'Websocket', (table) =>
  table({
    inside: ['Connect'],
    options: {
      uri: required(uri('ws')),
      contentType: required(
        keyed(
          'content-type',
          oneOf('audio/l16;rate=8000', 'audio/l16;rate=16000', 'audio/l16;rate=24000'),
        ),
      ),
      headers: json(),
    },
    children: {
      /** The `Authorization` header of the handshake. Absent: none. */
      authorization: child(authorization),
    },
  }),
)

/** Props of {@link Websocket}. */
export interface WebsocketProps extends WebsocketOptions, Unchecked {
  /** `<Authorization>`, if the handshake is to carry one. */
  children?: ElementNode | undefined
}

/**
 * Inside `<Connect>`: a websocket that receives and sends the audio of the call, such as a voice bot.
 *
 * @example
 * ```tsx
 * <Connect>
 *   <Websocket uri="wss://example.com/bot" contentType="audio/l16;rate=16000" headers={{ room: 7 }} />
 * </Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#websocket-the-websocket-to-connect-to
 */
export const Websocket = component<WebsocketProps>(websocket)
