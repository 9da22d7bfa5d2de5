import { computed, signal } from '@preact/signals'
import captureUrl from './capture.worklet?worker&url'
import { loudnessOf } from './loudness'

/** Hears 20 ms of the microphone: mono, 16 bit. */
type OnSamples = (samples: Int16Array, rate: number) => void

/** The microphone of this machine. It is off until someone asks for it. */
export class Microphone {
  /** How loud it is, 0 to 1. */
  readonly level = signal(0)
  readonly isOn = computed(() => this.#open.value !== undefined)
  readonly #onSamples: OnSamples
  readonly #open = signal<
    { readonly context: AudioContext; readonly stream: MediaStream } | undefined
  >(undefined)

  constructor(onSamples: OnSamples) {
    this.#onSamples = onSamples
  }

  /**
   * Turns it on.
   *
   * @throws an error that says why there is no audio
   */
  async start(): Promise<void> {
    if (this.isOn.value) return
    const stream = await askForAudio()
    const context = new AudioContext()
    this.#open.value = { context, stream }
    await context.audioWorklet.addModule(captureUrl)
    const capture = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 })
    capture.port.onmessage = ({ data }: MessageEvent<Int16Array>) => {
      if (!this.isOn.value) return
      this.level.value = loudnessOf(data)
      this.#onSamples(data, context.sampleRate)
    }
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(capture)
  }

  stop(): void {
    const { context, stream } = this.#open.value ?? {}
    this.#open.value = undefined
    this.level.value = 0
    for (const track of stream?.getTracks() ?? []) track.stop()
    void context?.close()
  }
}

async function askForAudio(): Promise<MediaStream> {
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) {
    throw new Error(
      'The browser gives a microphone only at localhost or over https. Open the page there.',
    )
  }
  try {
    return await devices.getUserMedia({ audio: true })
  } catch (error) {
    throw new Error(`There is no microphone: ${(error as Error).message}.`)
  }
}
