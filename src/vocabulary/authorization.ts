import { below } from '../issues/report'
import { component, type Unchecked } from '../options/component'
import { part } from '../options/definition'
import { headerValue } from '../options/formats/headers'
import { oneOf, text } from '../options/rules'

/** Options of the `authorization` object of a websocket endpoint. */
export interface AuthorizationOptions {
  /**
   * `vonage` sends a JWT that Vonage signs as it signs webhooks; `custom` sends `value`.
   * @defaultValue 'vonage'
   */
  type?: 'vonage' | 'custom' | undefined
  /** The whole value of the header. Needed with `custom`, ignored with `vonage`. */
  value?: string | undefined
}

export const authorization = part<AuthorizationOptions>('authorization', 'Authorization', (table) =>
  table({
    inside: ['Websocket'],
    options: { type: oneOf('vonage', 'custom'), value: text({ format: headerValue }) },
    reads: ['type', 'value'],
    check({ type = 'vonage', value }, { path, report }) {
      const at = below(path, 'value')
      if (type === 'custom' && (value === undefined || value === '')) {
        report('authorization-without-value', at, {})
      }
      if (type === 'vonage' && typeof value === 'string')
        report('authorization-value-ignored', at, {})
    },
  }),
)

/** Props of {@link Authorization}. */
export interface AuthorizationProps extends AuthorizationOptions, Unchecked {}

/**
 * Inside `<Websocket>`: the `Authorization` header of the handshake.
 *
 * @example
 * ```tsx
 * <Connect>
 *   <Websocket uri="wss://example.com/bot" contentType="audio/l16;rate=16000">
 *     <Authorization type="vonage" />
 *   </Websocket>
 * </Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/concepts/websockets
 */
export const Authorization = component<AuthorizationProps>(authorization)
