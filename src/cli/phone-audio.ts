import { readFile, writeFile } from 'node:fs/promises'
import { type Call, SimulatorError } from 'ncco-jsx/simulate'
import { withoutTranscript } from './call-printer'

export const audioInstructions = `  /speak question.wav  to say what is in a WAV file, which websockets hear
  /save heard.wav      to save what you have heard of others as audio`

/** Speaks a WAV file, or saves one, as a line asks. Returns why that cannot be done, if it cannot; `null` for a line about something else. */
export async function useAudio(call: Call, line: string): Promise<string | null | undefined> {
  const [, command, file] = /^\/(speak|save)\s+(.+)$/.exec(line) ?? []
  if (command === undefined || file === undefined) return null
  try {
    if (command === 'speak') await call.speak(await readFile(file))
    else await writeFile(file, call.heardAudio())
    return undefined
  } catch (error) {
    if (error instanceof SimulatorError) return withoutTranscript(error)
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return `The file cannot be ${command === 'speak' ? 'read' : 'written'}: ${message}.`
  }
}
