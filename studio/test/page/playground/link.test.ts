import { describe, expect, it } from 'vitest'
import { parseFragment, toFragment } from '../../../page/playground/link'

describe('the link of a flow', () => {
  it('has the whole flow and the call', async () => {
    const source = 'export default <Talk>Größe „groß“ 😀</Talk>\n'.repeat(40)
    const settings = { from: null, startsAt: '2026-11-30T10:00:00Z' }
    const fragment = await toFragment({ source }, settings, '#call=press+1')
    expect(fragment.length).toBeLessThan(400)
    expect(await parseFragment(fragment)).toStrictEqual({ opened: { source }, settings })
    expect(new URLSearchParams(fragment.slice(1)).get('call')).toBe('press 1')
  })

  it('names a flow of the menu that nobody changed', async () => {
    expect(await toFragment({ start: 'menu' }, {})).toBe('#start=menu')
    expect(await parseFragment('#start=menu')).toStrictEqual({
      opened: { start: 'menu' },
      settings: undefined,
    })
  })

  it('cannot set where requests go', async () => {
    const fragment = await toFragment({ start: 'menu' }, { eventUrl: 'https://example.com/' })
    expect(fragment).toBe('#start=menu')
  })

  it('says so when it was cut off', async () => {
    const fragment = await toFragment({ source: 'export default []' }, {})
    await expect(parseFragment(fragment.slice(0, -8))).rejects.toThrow(
      'The flow of this link is incomplete. Copy the whole link.',
    )
  })

  it('may say nothing', async () => {
    expect(await parseFragment('')).toStrictEqual({ opened: undefined, settings: undefined })
  })
})
