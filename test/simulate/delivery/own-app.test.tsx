import { Talk } from 'ncco-jsx'
import { createVoiceApp, type VoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'

const makeApp = (): VoiceApp =>
  createVoiceApp({ answer: () => <Talk>Hello</Talk>, signature: false })

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('an app of createVoiceApp', () => {
  it('is called without a Request', async () => {
    const Request = vi.fn()
    vi.stubGlobal('Request', Request)
    const call = await dial(makeApp())
    expect(call.heard).toStrictEqual(['Hello'])
    expect(Request).not.toHaveBeenCalled()
  })

  it('is called below its base path', async () => {
    const answer = () => <Talk>Hello</Talk>
    const app = createVoiceApp({ answer, basePath: '/voice', signature: false })
    expect((await dial(app)).heard).toStrictEqual(['Hello'])
    const elsewhere = await dial(app, { answerUrl: '/answer' })
    expect(elsewhere.ended?.reason).toBe('no-ncco')
  })

  it('is called by its fetch if that was replaced', async () => {
    const app = makeApp()
    const paths: string[] = []
    const { fetch } = app
    app.fetch = (request) => {
      paths.push(new URL(request.url).pathname)
      return fetch(request)
    }
    const call = await dial(app)
    expect(call.heard).toStrictEqual(['Hello'])
    expect(paths).toStrictEqual(['/answer'])
  })
})
