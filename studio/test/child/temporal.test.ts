import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

// From version 26 on Node has it by itself, and some before with a flag.
const flags = 'Temporal' in globalThis ? [] : ['--harmony-temporal']
const probe = spawnSync(process.execPath, [...flags, '-e', 'Temporal.Now.instant()'])
const hasTemporal = probe.status === 0

it.skipIf(!hasTemporal)(
  `Temporal.Now is the time of the call${hasTemporal ? '' : ' (skipped: this Node has no Temporal)'}`,
  () => {
    const clock = new URL('../../src/child/clock.ts', import.meta.url).href
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
    const script = `import { installClock, runAt } from ${JSON.stringify(clock)}
      installClock()
      const { Now } = Temporal
      const told = runAt(Date.UTC(2026, 11, 24, 9, 30), () => [
        Now.instant(), Now.zonedDateTimeISO('Asia/Tokyo'), Now.plainDateTimeISO('UTC'),
        Now.plainDateISO('UTC'), Now.plainTimeISO('UTC'), Now.plainDateISO(),
      ])
      console.log(JSON.stringify(told.map((one) => String(one).slice(0, 16))))`
    const args = [...flags, '--import', tsx, '--input-type=module', '-e', script]
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...process.env, TZ: 'UTC' },
      encoding: 'utf8',
    })
    expect(stdout, stderr).not.toBe('')
    expect(JSON.parse(stdout)).toStrictEqual([
      '2026-12-24T09:30',
      '2026-12-24T18:30',
      '2026-12-24T09:30',
      '2026-12-24',
      expect.stringMatching(/^09:30:00/),
      '2026-12-24',
    ])
  },
)
