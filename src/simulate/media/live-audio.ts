/**
 * Options of the audio of a leg as it happens.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ pace: 'real' })
 * const call = await dial([{ action: 'record' }], { platform })
 * await call.wait()
 * const heard = []
 * call.leg.openAudio({ rate: 48_000, onHeard: ({ samples }) => heard.push(samples) })
 * await platform.close()
 * ```
 */
export interface LiveAudioOptions {
  /**
   * Samples a second of what is said: 8,000 to 48,000, a multiple of 50.
   * @defaultValue 16000
   */
  rate?: number | undefined
  /** Called with each 20 ms of audio that the leg hears, mono and of 16 bit; not in silence. A websocket hears, and speaks, at the rate of its `content-type`. */
  onHeard?: ((frame: { readonly rate: number; readonly samples: Int16Array }) => void) | undefined
}

/**
 * The audio of a leg as it happens, until it is closed or the leg is over.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ pace: 'real' })
 * const call = await dial([{ action: 'record' }], { platform })
 * await call.wait()
 * const line = call.leg.openAudio()
 * line.speak(new Int16Array(320)) // 20 ms
 * line.close()
 * await platform.close()
 * ```
 */
export interface LiveAudio {
  /** Says samples now: mono, 16 bit, any number of them. Without any the leg is silent. */
  speak(samples: Int16Array): void
  /** Ends it: nothing more is heard, and the leg is silent. */
  close(): void
}
