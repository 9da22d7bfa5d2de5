import type { ElementNode } from '../element/element'
import { isJsonObject, type JsonObject } from '../element/json'
import type { Url } from '../element/link'
import { below } from '../issues/report'
import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import type { ExtraOption } from '../options/extra'
import { child, list, one, oneOf, webhookUrl } from '../options/rules'
import type { Place } from '../options/table'
import { dtmf } from './dtmf'
import { speech } from './speech'

/** Options of the NCCO `input` action. */
export interface InputOptions {
  /**
   * `asynchronous` sends a webhook for each key at once; for keys only, without settings.
   * `synchronous` waits for the whole input.
   * @defaultValue 'synchronous'
   */
  mode?: 'synchronous' | 'asynchronous' | undefined
  /**
   * http(s) URL that receives the result; the NCCO in its answer replaces the current one. Without it, the
   * application's event URL does.
   */
  eventUrl?: Url<'input'> | undefined
  /**
   * `GET` or `POST`.
   * @defaultValue 'POST'
   */
  eventMethod?: 'GET' | 'POST' | undefined
}

/** A setting that stands in the `dtmf` object since 2021. */
const keypadSetting: ExtraOption = {
  kind: 'moved',
  check: (_, { option: given, path, report }) => report('pre-2021-input', path, { given }),
}

export const input = action<InputOptions>('input', 'Input', (table) =>
  table({
    presence: {
      /** The kinds of input to listen for: `dtmf`, `speech` or both. */
      type: list(oneOf('dtmf', 'speech')),
    },
    options: {
      mode: oneOf('synchronous', 'asynchronous'),
      eventUrl: one(webhookUrl('input')),
      eventMethod: oneOf('GET', 'POST'),
    },
    children: {
      /** How keys are collected, if `type` holds `dtmf`. Not in asynchronous mode. */
      dtmf: child(dtmf, 'omit'),
      /** How speech is recognised, if `type` holds `speech`. */
      speech: child(speech, 'omit'),
    },
    extras: {
      maxDigits: keypadSetting,
      timeOut: keypadSetting,
      submitOnHash: keypadSetting,
    },
    reads: ['type', 'mode', 'dtmf', 'speech'],
    check(input, place) {
      const { type = [] } = input
      if (Array.isArray(type)) checkType(type, input, place)
      if (input.mode === 'asynchronous') checkAsynchronous(type, input, place)
    },
  }),
)

function checkType(type: readonly unknown[], input: JsonObject, { path, report }: Place): void {
  if (type.length === 0) return report('input-without-type', below(path, 'type'), {})
  if (input.dtmf !== undefined && !type.includes('dtmf')) {
    report('settings-without-type', below(path, 'dtmf'), { part: 'dtmf' })
  }
  if (input.speech !== undefined && !type.includes('speech')) {
    report('settings-without-type', below(path, 'speech'), { part: 'speech' })
  }
}

function checkAsynchronous(type: unknown, input: JsonObject, { path, report }: Place): void {
  const settings = isJsonObject(input.dtmf) ? Object.keys(input.dtmf) : []
  for (const key of settings) {
    const setting = dtmf.table.byKey.get(key)
    if (setting) report('async-dtmf-settings', below(below(path, 'dtmf'), key), { setting })
  }
  if (Array.isArray(type) && type.includes('speech')) {
    report('async-speech', below(path, 'mode'), {})
  }
}

/** Props of {@link Input}. */
export interface InputProps extends InputOptions, Unchecked {
  /** `<Dtmf>`, `<Speech>` or both: what to listen for. */
  children: ElementNode
}

/**
 * Collects keys, speech or both from the caller and sends them to the event URL; the NCCO it answers with
 * replaces the current one.
 *
 * @example
 * ```tsx
 * <Input eventUrl="https://example.com/chosen">
 *   <Dtmf maxDigits={1} />
 *   <Speech context={['sales', 'support']} />
 * </Input>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#input
 */
export const Input = component<InputProps>(input)
