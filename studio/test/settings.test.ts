import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { findTarget } from '../src/find-target'
import { FlagError } from '../src/flag-error'
import { Environment } from '../src/module/environment'
import { type CallFlags, readSettings } from '../src/settings'
import { makeProject } from './support/project'

/** The settings of a project with this `.env`. */
function read(flags: CallFlags, env = '') {
  const { folder } = makeProject({ '.env': env })
  return readSettings(flags, new Environment(folder))
}

describe('the options about calls', () => {
  it('are those of dial, as far as they are data', () => {
    const flags: CallFlags = {
      from: 'none',
      to: '447700900000',
      method: 'POST',
      eventUrl: '/event',
      fallbackUrl: '/fallback',
      baseUrl: 'https://calls.example.com',
      customData: '{"cart":7}',
      sipHeader: ['X-Account: 7', 'X-Empty:'],
      header: ['X-Tenant: a: b'],
      at: '2026-12-24T18:30:00Z',
    }
    expect(read(flags)).toStrictEqual({
      from: null,
      to: '447700900000',
      answerMethod: 'POST',
      eventUrl: '/event',
      fallbackUrl: '/fallback',
      baseUrl: 'https://calls.example.com',
      customData: { cart: 7 },
      sipHeaders: { 'X-Account': '7', 'X-Empty': '' },
      headers: { 'X-Tenant': 'a: b' },
      startsAt: '2026-12-24T18:30:00.000Z',
    })
    expect(read({})).toStrictEqual({})
    expect(read({ from: '447700900001' })).toStrictEqual({ from: '447700900001' })
  })

  it('take a time of today', () => {
    const { startsAt = '' } = read({ at: '9:05' })
    const time = new Date(startsAt)
    expect([time.getHours(), time.getMinutes(), time.getSeconds()]).toStrictEqual([9, 5, 0])
    expect(Math.abs(time.getTime() - Date.now())).toBeLessThan(24 * 3600 * 1000)
  })

  it('sign with the variable that is named, or with a usual one that is set', () => {
    const env = 'VOICE_SECRET=one\nVONAGE_SIGNATURE_SECRET=two\nEMPTY=\n'
    expect(read({ sign: 'VOICE_SECRET' }, env)).toStrictEqual({ signature: 'VOICE_SECRET' })
    expect(read({ sign: true }, env)).toStrictEqual({ signature: 'VONAGE_SIGNATURE_SECRET' })
    expect(read({}, env)).toStrictEqual({ signature: 'VONAGE_SIGNATURE_SECRET' })
    expect(read({ sign: false }, env)).toStrictEqual({})
    vi.stubEnv('SIGNATURE_SECRET', 'of the environment')
    expect(read({})).toStrictEqual({ signature: 'SIGNATURE_SECRET' })
    vi.unstubAllEnvs()
  })

  it.each([
    [{ customData: '{' }, '--custom-data must be a JSON object, such as {"cart":7}.'],
    [{ customData: '[7]' }, '--custom-data must be a JSON object, such as {"cart":7}.'],
    [
      { sipHeader: ['X-Account'] },
      '--sip-header must be a name and a value, such as "X-Account: 7".',
    ],
    [{ header: ['X Account: 7'] }, '--header must be a name and a value, such as "X-Account: 7".'],
    [{ at: 'noon' }, '--now must be a time, such as 18:30 or 2026-12-24T18:30:00Z.'],
    [{ at: '24:00' }, '--now must be a time, such as 18:30 or 2026-12-24T18:30:00Z.'],
    [{ at: '9:60' }, '--now must be a time, such as 18:30 or 2026-12-24T18:30:00Z.'],
    [{ sign: true }, '--sign needs the name of a variable, or SIGNATURE_SECRET in the .env.'],
    [{ sign: 'OTHER' }, /^OTHER is not set\. Set it in .*\.env, or leave out --sign\.$/],
    [{ sign: 'EMPTY' }, /^EMPTY is not set\./],
  ])('refuse %j', (flags, message) => {
    const refused = () => read(flags, 'EMPTY=\n')
    expect(refused).toThrow(FlagError)
    expect(refused).toThrow(message)
  })
})

describe('what the command line names', () => {
  it.each([
    ['http://', 'http:// is not a URL.', {}],
    [
      'http://localhost:3000/answer',
      '--answer-path is for a module. Write the path into the URL.',
      { answerPath: '/answer' },
    ],
    [
      'app.mjs',
      '--watch is for a server. A module is loaded anew when a file changes that it imports or reads.',
      { watch: ['lib'] },
    ],
    [
      'app.mjs',
      '--answer-path must start with a slash, as /answer does.',
      { answerPath: 'answer' },
    ],
    [
      'app.mjs',
      `There is no file ${join(process.cwd(), '.env.nowhere')}, which --env names.`,
      { env: '.env.nowhere' },
    ],
  ])('cannot be %s', (named, message, flags) => {
    expect(() => findTarget(named, flags, undefined)).toThrow(new FlagError(message))
  })

  it('may be a server, whose password is not shown', async () => {
    const { target } = findTarget('https://ada:secret@calls.example.com/answer?x=1', {}, undefined)
    expect(target.state).toMatchObject({
      kind: 'server',
      name: 'https://ada:***@calls.example.com/answer?x=1',
      status: 'ready',
    })
    await target.close()
  })
})
