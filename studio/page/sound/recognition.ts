/** The part of the browser's speech recognition that is used; TypeScript has no types of it. */
interface Recogniser {
  lang: string
  interimResults: boolean
  onresult:
    | ((event: {
        readonly results: readonly (readonly { readonly transcript: string }[])[]
      }) => void)
    | null
  onerror: ((event: { readonly error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  abort(): void
}

type RecogniserClass = new () => Recogniser

/** The recogniser of this browser, if it has one. */
function recogniserClass(): RecogniserClass | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as Readonly<
    Record<string, unknown>
  >
  return (SpeechRecognition ?? webkitSpeechRecognition) as RecogniserClass | undefined
}

export function canRecognise(): boolean {
  return recogniserClass() !== undefined
}

/** Listens for one utterance. Returns a function that stops it. */
export function recognise(
  language: string,
  { onText, onEnd }: { onText: (text: string) => void; onEnd: (problem?: string) => void },
): () => void {
  const Recogniser = recogniserClass()
  if (!Recogniser) {
    onEnd('This browser has no speech recognition.')
    return () => {}
  }
  const recogniser = new Recogniser()
  recogniser.lang = language
  recogniser.interimResults = false
  let problem: string | undefined
  recogniser.onresult = ({ results }) => {
    const text = results[0]?.[0]?.transcript
    if (text) onText(text)
  }
  recogniser.onerror = ({ error }) => {
    problem = `The browser heard nothing: ${error}.`
  }
  recogniser.onend = () => onEnd(problem)
  recogniser.start()
  return () => recogniser.abort()
}
