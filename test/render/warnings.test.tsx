import { formatIssue, type Issue, Record, Talk, Wait } from 'ncco-jsx'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const warn = vi.spyOn(console, 'warn')

// A copy of its own, because other tests may have printed the same.
vi.resetModules()
const { render, renderAsync } = await import('ncco-jsx')

beforeEach(() => {
  warn.mockReset().mockReturnValue()
})

afterEach(() => {
  vi.unstubAllEnvs()
})

/** The warning of a flow, as `onWarning` receives it. */
function warningOf(flow: Parameters<typeof render>[0]): Issue | undefined {
  let warning: Issue | undefined
  render(flow, { onWarning: (issue) => (warning = issue) })
  return warning
}

describe('a warning without onWarning', () => {
  it('is printed in development, with its place, and only once', () => {
    vi.stubEnv('NODE_ENV', 'development')
    const Flow = () => <Record />
    const warning = warningOf(<Flow />)
    render(<Flow />)
    render(<Flow />)
    expect(warn.mock.calls).toStrictEqual([[`ncco-jsx: ${warning && formatIssue(warning)}`]])
  })

  it('is printed once for each place', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    const flow = [<Wait timeout={0.05} />, <Wait timeout={8000} />]
    await renderAsync(flow)
    await renderAsync(flow)
    expect(warn.mock.calls.map(([text]) => String(text).split(':', 2)[1])).toStrictEqual([
      ' clamped',
      ' clamped',
    ])
  })

  it('is not printed in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    render(<Wait timeout={0.01} />)
    expect(warn.mock.calls).toStrictEqual([])
  })

  it('does no harm where the console is broken', () => {
    vi.stubEnv('NODE_ENV', 'development')
    warn.mockImplementation(() => {
      throw new Error('the console is broken')
    })
    expect(render(<Wait timeout={9000} />)).toStrictEqual([{ action: 'wait', timeout: 9000 }])
    expect(warn).toHaveBeenCalledTimes(1)
  })
})

describe('a warning with onWarning', () => {
  it('is not printed', () => {
    vi.stubEnv('NODE_ENV', 'development')
    expect(warningOf(<Talk language="xx-XX">Hello</Talk>)?.code).toBe('unknown-language')
    expect(warn.mock.calls).toStrictEqual([])
  })
})
