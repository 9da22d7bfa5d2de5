import { isJsonObject } from '../element/json'
import { below } from '../issues/report'
import { component, type Unchecked } from '../options/component'
import { endpoint } from '../options/definition'
import { headerName, headerValue } from '../options/formats/headers'
import { text, texts, uri } from '../options/rules'

/** Options of the `sip` endpoint. Either `uri`, or `domain` with or without `user`. */
export interface SipOptions {
  /** The address: `sip:user@host`, or `sips:`, optionally with `;transport=tls` and `;media=srtp`. Not together with `user` or `domain`. */
  uri?: string | undefined
  /** The user at `domain`. */
  user?: string | undefined
  /** Name of a SIP trunk domain set up with Vonage. */
  domain?: string | undefined
  /** Headers of the INVITE; the platform puts `X-` before each name. */
  headers?: Readonly<Record<string, string>> | undefined
  /** The header `User-to-User` (RFC 7433), at most 256 characters; the only one that goes out without `X-`. */
  standardHeaders?: { readonly 'User-to-User'?: string | undefined } | undefined
}

export const sip = endpoint<SipOptions>('sip', 'Sip', (table) =>
  table({
    inside: ['Connect'],
    options: {
      uri: uri('sip'),
      user: text({ isFilled: true }),
      domain: text({ isFilled: true }),
      headers: texts({ keyFormat: headerName, format: headerValue }),
      standardHeaders: texts({ format: headerValue, keys: ['User-to-User'], mostCharacters: 256 }),
    },
    reads: ['uri', 'user', 'domain', 'headers'],
    check(sip, { path, report }) {
      const has = (key: string) => sip[key] !== undefined
      if (has('uri')) {
        if (has('user') || has('domain')) report('sip-address', below(path, 'uri'), { why: 'both' })
      } else if (!has('domain')) {
        report('sip-address', path, { why: has('user') ? 'user-alone' : 'none' })
      }
      for (const name of isJsonObject(sip.headers) ? Object.keys(sip.headers) : []) {
        if (!/^x-/i.test(name)) continue
        report('doubled-x-prefix', below(below(path, 'headers'), name), {})
      }
    },
  }),
)

/** The two ways to say where a SIP call goes. */
type SipAddress =
  | (Pick<SipOptions, 'uri'> & { uri: string; user?: undefined; domain?: undefined })
  | (Pick<SipOptions, 'user' | 'domain'> & { uri?: undefined; domain: string })

/**
 * Props of {@link Sip}: its options, and either `uri` or `domain`. A component of your own that passes them on takes some of the options.
 *
 * @example
 * ```tsx
 * const Agent = ({ headers }: Pick<SipOptions, 'headers'>) => <Sip uri="sip:agent@example.com" headers={headers} />
 * ```
 */
export type SipProps = Omit<SipOptions, keyof SipAddress> & SipAddress & Unchecked

/**
 * Inside `<Connect>`: a SIP address.
 *
 * @example
 * ```tsx
 * <Connect><Sip uri="sip:support@sip.example.com" headers={{ ticket: '42' }} /></Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#sip-the-sip-endpoint-to-connect-to
 */
export const Sip = component<SipProps>(sip)
