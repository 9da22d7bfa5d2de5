import type { NccoElement, NccoNode } from '../element/element'
import { useContext } from '../render/context'
import { type Defaults, defaultsContext, provideDefaults } from '../render/defaults'
import type { TtsLanguage } from '../speech/tts-voices'

/** A voice: what `<Talk>` takes. */
export interface VoiceOptions {
  /** The language spoken, such as `en-GB`. */
  language?: TtsLanguage | undefined
  /** The voice, 0 or more; each language has its own list. */
  style?: number | undefined
  /** The premium variant of the voice. */
  premium?: boolean | undefined
}

/** Props of {@link Voice}. */
export interface VoiceProps extends VoiceOptions {
  /** The flow that is spoken with the voice. */
  children?: NccoNode
}

/**
 * The voice of every prompt and `<Talk>` below it. What one of them sets itself counts more, each option by itself. Recognisers of the
 * questions below take its language too.
 *
 * @example
 * ```tsx
 * <Voice language="cy-GB">
 *   <Talk>Croeso.</Talk>
 *   <Ask name="year" digits={4} prompt="Rhowch flwyddyn eich geni." />
 * </Voice>
 * ```
 */
export function Voice({ children, ...voice }: VoiceProps): NccoElement {
  const around = useContext(defaultsContext())
  const given = Object.entries(voice).filter(([, value]) => value !== undefined)
  const defaults: Defaults = {
    ...around,
    Talk: { ...around.Talk, ...Object.fromEntries(given) },
  }
  return provideDefaults(defaults, children)
}

/** The voice that holds for a question: its own, else that around it. */
export function useVoice({ language, style, premium }: VoiceOptions): VoiceOptions {
  const around: VoiceOptions | undefined = useContext(defaultsContext()).Talk
  return {
    language: language ?? around?.language,
    style: style ?? around?.style,
    premium: premium ?? around?.premium,
  }
}
