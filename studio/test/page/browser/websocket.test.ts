import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAudible, toSamples } from '../../../../src/simulate/media/pcm'
import { parseWav, type Wave } from '../../../../src/simulate/media/wav'
import { bot } from '../../../../test/simulate/media/live'
import { parrot } from '../../../../test/simulate/media/parrot'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { tabTo, transcriptOf } from './support/reading'
import { launchBrowser, openStudio } from './support/studio-page'
import { violations } from './support/violations'

/** An app that connects its caller to a bot. */
const agent = (uri: string) => `export default [{
  action: 'connect',
  endpoint: [{ type: 'websocket', uri: '${uri}', 'content-type': 'audio/l16;rate=16000' }],
}]`

/** An app that records, connects its caller to a bot, and downloads the recording. */
const recordingAgent = (uri: string) => `import { renameSync, writeFileSync } from 'node:fs'
import { Connect, Record, Websocket } from 'ncco-jsx'
import { createVoiceApp, onRecording } from 'ncco-jsx/serve'

const recorded = onRecording('/recorded', async ({ recording_url }) => {
  const file = await fetch(recording_url)
  writeFileSync('part', new Uint8Array(await file.arrayBuffer()))
  renameSync('part', 'recording.wav')
})

export default createVoiceApp({
  answer: () => (
    <>
      <Record eventUrl={recorded()} />
      <Connect><Websocket uri="${uri}" contentType="audio/l16;rate=16000" /></Connect>
    </>
  ),
  hooks: [recorded],
  secret: 'a secret of at least thirty-two characters',
  signature: false,
})`

describe.skipIf(!hasBrowser)(`a websocket leg in the page${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it('speaks with its server by the microphone, which says that it records, and stops with the call', async () => {
    const server = await bot(parrot(0.1))
    const studio = await openStudio(browser, { 'app.ts': agent(server.uri) })
    const { page } = studio
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    const party = page.getByRole('region', { name: 'Leg 1' })
    await party.getByRole('button', { name: 'Connect to its server' }).click()
    const lines = () => transcriptOf(page)
    await expect.poll(lines).toContain(`${server.uri}: is answered`)
    expect(await party.innerText()).toContain('It hears silence')
    expect(server.connections[0]?.frames.map(toSamples).filter(isAudible)).toStrictEqual([])
    expect(await page.getByRole('radio', { name: 'Pause' }).isDisabled()).toBe(true)
    await page.getByText('Live microphone', { exact: true }).click()
    await page.getByRole('button', { name: 'Turn on the microphone' }).click()
    const microphone = page.getByRole('status', { name: 'Live microphone' })
    expect(await microphone.innerText()).toContain('The microphone is recorded.')
    const level = (name: string) => page.getByRole('meter', { name }).getAttribute('value')
    await expect
      .poll(async () => Number(await level('How loud the microphone is')))
      .toBeGreaterThan(0)
    // The browser's device beeps, and the bot repeats it.
    const heard = () => server.connections[0]?.frames.map(toSamples).filter(isAudible).length
    await expect.poll(heard).toBeGreaterThan(5)
    await expect.poll(async () => (await lines()).join('\n')).toMatch(/: answers after \d\.\d\d s/)
    await expect.poll(lines).toContain(`${server.uri}: sends audio`)
    await expect.poll(() => party.innerText()).toMatch(/answered after \d\.\d\d s/)
    await expect.poll(async () => Number(await level('How loud leg 1 is'))).toBeGreaterThan(0)
    expect(await violations(page)).toStrictEqual([])
    await page.getByRole('button', { name: 'Hang up' }).click()
    await expect.poll(lines).toContain('call: ended: hung-up')
    await expect.poll(() => server.connections[0]?.closed).toBe(1000)
    await expect.poll(() => microphone.count()).toBe(0)
    expect(studio.errors).toStrictEqual([])
    expect(studio.elsewhere).toStrictEqual([])
  })

  it('fails where nothing listens, and is left to the reader if it is not connected', async () => {
    const studio = await openStudio(browser, { 'app.ts': agent('ws://127.0.0.1:1/') })
    const { page } = studio
    const lines = () => transcriptOf(page)
    const party = page.getByRole('region', { name: 'Leg 1' })
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await party.getByRole('button', { name: 'Connect to its server' }).click()
    await expect.poll(lines).toContain('ws://127.0.0.1:1/: is failed (cannot_route)')
    expect((await lines()).join('\n')).toContain('cannot be connected: nothing listens there.')
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await party.getByRole('button', { name: 'Answer' }).click()
    await expect.poll(lines).toContain('ws://127.0.0.1:1/: is answered')
    expect(studio.errors).toStrictEqual([])
  })
  it('stays connected when the app changes, and the call is played again', async () => {
    const server = await bot()
    const app = agent(server.uri)
    const studio = await openStudio(browser, { 'app.ts': app })
    const { page } = studio
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    const party = page.getByRole('region', { name: 'Leg 1' })
    await party.getByRole('button', { name: 'Connect to its server' }).click()
    await party.getByText('connected', { exact: true }).waitFor()
    studio.write('app.ts', `${app}\n// changed`)
    await expect
      .poll(() => page.getByRole('status').first().innerText())
      .toContain('was played again')
    await page.keyboard.press('5')
    await expect.poll(() => server.connections[0]?.texts.at(-1)).toMatchObject({ digit: '5' })
    expect(await party.getByText('connected', { exact: true }).count()).toBe(1)
    expect(server.connections.map(({ closed }) => closed)).toStrictEqual([undefined])
    expect(studio.errors).toStrictEqual([])
  })

  it('is answered by hand, and spoken for by the microphone, which the recording has that the app downloads', async () => {
    const uri = 'wss://bot.example.com/'
    const studio = await openStudio(browser, { 'app.tsx': recordingAgent(uri) })
    const { page } = studio
    const lines = () => transcriptOf(page)
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    const party = page.getByRole('region', { name: 'Leg 1' })
    await party.getByRole('button', { name: 'Answer' }).click()
    const speak = party.getByRole('button', { name: 'Speak with the microphone' })
    expect(await speak.getAttribute('aria-pressed')).toBe('false')
    expect(await party.getByRole('meter').count()).toBe(0)
    await tabTo(page, 'Speak with the microphone')
    await page.keyboard.press('Enter')
    await expect.poll(() => speak.getAttribute('aria-pressed')).toBe('true')
    expect(await party.innerText()).toContain('The microphone is recorded.')
    const level = party.getByRole('meter', { name: 'How loud the microphone of Leg 1 is' })
    await expect.poll(async () => Number(await level.getAttribute('value'))).toBeGreaterThan(0)
    // It is one voice: not also that of the caller.
    expect(await page.getByRole('status', { name: 'Live microphone' }).count()).toBe(0)
    expect(await page.getByRole('radio', { name: 'Pause' }).isDisabled()).toBe(true)
    expect(await violations(page)).toStrictEqual([])
    await expect.poll(lines).toContain(`${uri}: sends audio`)
    // The same key turns it off: the focus has stayed.
    await page.keyboard.press('Enter')
    await expect.poll(() => speak.getAttribute('aria-pressed')).toBe('false')
    await expect.poll(lines).toContain(`447700900001: hears ${uri}`)
    await expect.poll(() => party.getByRole('meter').count()).toBe(0)
    await page.getByRole('button', { name: 'Hang up' }).click()
    await expect.poll(lines).toContain('call: ended: hung-up')
    const file = join(studio.folder, 'recording.wav')
    await expect.poll(() => existsSync(file)).toBe(true)
    const { samples } = parseWav(readFileSync(file)) as Wave
    expect(isAudible(Int16Array.from(samples.filter((sample) => Math.abs(sample) > 200)))).toBe(
      true,
    )
    expect(studio.errors).toStrictEqual([])
    expect(studio.elsewhere).toStrictEqual([])
  })

  it('is not needed for a recording, which has what the microphone heard', async () => {
    const app = "export default [{ action: 'record', endOnKey: '#', timeOut: 60 }]"
    const studio = await openStudio(browser, { 'app.ts': app })
    const { page } = studio
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await expect.poll(() => transcriptOf(page)).toContain('recording: started')
    await page.getByText('Live microphone', { exact: true }).click()
    await page.getByRole('button', { name: 'Turn on the microphone' }).click()
    const level = page.getByRole('meter', { name: 'How loud the microphone is' })
    await expect.poll(async () => Number(await level.getAttribute('value'))).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await page.keyboard.press('#')
    await expect.poll(() => transcriptOf(page)).toContain('call: ended: completed')
    const recordings = page.getByRole('region', { name: 'Recordings' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      recordings.getByRole('link', { name: 'Download' }).click(),
    ])
    const { samples } = parseWav(readFileSync(await download.path())) as Wave
    // Nobody has said words, so the simulator's own file is silent.
    expect(isAudible(samples)).toBe(true)
    expect(studio.errors).toStrictEqual([])
  })
})
