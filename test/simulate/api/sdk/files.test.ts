import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, onTestFinished } from 'vitest'
import { shows } from './official-client'

/** A recording of three seconds, with a transcript. */
async function recordCall(platform: Platform) {
  const record = { action: 'record', endOnKey: '#', transcription: { language: 'en-GB' } }
  const call = await dial([record], { platform, pace: 'manual' })
  await call.say('Please call me back.', { seconds: 2 })
  await call.wait(1)
  await call.press('#')
  await platform.wait(1)
  const [recording] = call.recordings
  if (!recording) throw new Error(call.transcript())
  return recording
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recordings-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

// The client downloads from no other hosts, so its machine must find one of them at loopback.
const atVonage = { host: 'api.nexmo.com' }

describe('the official client downloads', () => {
  shows('downloadRecording', 'refuses other hosts than those of Vonage', async (connected) => {
    const { uuid } = await recordCall(connected.platform)
    await expect(connected.voice.downloadRecording(uuid, 'recording.wav')).rejects.toThrow(
      'Only vonage.com and nexmo.com are allowed.',
    )
  })

  shows(
    'downloadRecording',
    'gets a WAV file of the right length',
    async ({ platform, voice }) => {
      const { uuid } = await recordCall(platform)
      const path = join(await emptyFolder(), 'recording.wav')
      await voice.downloadRecording(uuid, path)
      const file = await readFile(path)
      expect([textOf(file, 0), textOf(file, 8), textOf(file, 36)]).toStrictEqual([
        'RIFF',
        'WAVE',
        'data',
      ])
      const [bytesPerSecond, length] = [file.readUInt32LE(28), file.readUInt32LE(40)]
      expect([length, length / bytesPerSecond]).toStrictEqual([file.length - 44, 3])
    },
    atVonage,
  )

  shows(
    'downloadTranscription',
    'gets what was said',
    async ({ platform, voice, origin }) => {
      const { uuid } = await recordCall(platform)
      const path = join(await emptyFolder(), 'transcript.json')
      await voice.downloadTranscription(`${origin}/v1/files/${uuid}/transcription`, path)
      expect(await readFile(path, 'utf8')).toContain('Please call me back.')
    },
    atVonage,
  )

  shows(
    'downloadRecording',
    'is told that there is none',
    async ({ voice }) => {
      const path = join(await emptyFolder(), 'recording.wav')
      await expect(voice.downloadRecording('none', path)).rejects.toThrow('Not Found')
    },
    atVonage,
  )
})

function textOf(file: Buffer, start: number): string {
  return file.toString('latin1', start, start + 4)
}
