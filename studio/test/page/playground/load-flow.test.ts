import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { addFindings, ofError } from '../../../page/playground/finding'
import { runFlow } from './support/run-flow'

describe('a flow of the playground', () => {
  it.each([
    ['a component', "import { Talk } from 'ncco-jsx'\nexport default () => <Talk>Hello</Talk>"],
    ['an element', "import { Talk } from 'ncco-jsx'\nexport default <Talk>Hello</Talk>"],
    ['JSON', "export default [{ action: 'talk', text: 'Hello' }]"],
    [
      'an app that wants signatures',
      `import { Talk } from 'ncco-jsx'
      import { createVoiceApp } from 'ncco-jsx/serve'
      const signature = { secret: 'of the account' }
      export default createVoiceApp({ answer: () => <Talk>Hello</Talk>, signature })`,
    ],
  ])('may be %s', async (_, source) => {
    const { handler, findings } = await runFlow(source)
    const call = await dial(handler)
    expect(call.heard).toStrictEqual(['Hello'])
    expect(findings).toStrictEqual([])
  })

  it('tells the line and the column of what it cannot render', async () => {
    const { handler, findings } = await runFlow(`import { Input, Talk } from 'ncco-jsx'

function Menu() {
  return <Talk levle={1}>Hello</Talk>
}

export default Menu`)
    await dial(handler).catch(() => {})
    expect(addFindings([], findings)).toStrictEqual([
      {
        severity: 'error',
        code: 'unknown-option',
        message: expect.stringContaining('levle'),
        remedy: expect.stringContaining('level'),
        place: '<Talk> in <Menu>',
        line: 4,
        column: 10,
      },
    ])
  })

  it('is warned of, once for each place', async () => {
    const { handler, findings } = await runFlow(`import { Talk } from 'ncco-jsx'
export default () => <Talk loop={0} bargeIn>Hello</Talk>`)
    await dial(handler).catch(() => {})
    const found = addFindings([], findings)
    expect(found.map(({ severity, line, column }) => [severity, line, column])).toStrictEqual([
      ['error', 2, 22],
    ])
  })

  it('is checked where it is JSON', async () => {
    const { findings } = await runFlow("export default [{ action: 'talk', txt: 'Hello' }]")
    expect(findings.map(({ code, place }) => [code, place])).toContainEqual([
      'unknown-option',
      '/0/txt',
    ])
  })

  it.each([
    [
      "const a = await import('left-pad')\nexport default a",
      'The playground has no module "left-pad"',
    ],
    ['export const a = 1', 'without-default'],
    ['export default 7', 'other-default'],
  ])('is refused: %j', async (source, why) => {
    await expect(runFlow(source)).rejects.toThrow(why)
  })

  it('may wait at its top', async () => {
    const { handler } = await runFlow(`import { Talk } from 'ncco-jsx'
const name = await Promise.resolve('Ada')
export default () => <Talk>Hello {name}</Talk>`)
    expect((await dial(handler)).heard).toStrictEqual(['Hello Ada'])
  })
})

describe('ofError', () => {
  it('takes the remedy of an error of an app from its message', async () => {
    const source = `import { createVoiceApp } from 'ncco-jsx/serve'
export default createVoiceApp({ anwser: () => null })`
    const error = await runFlow(source).catch((error: unknown) => error)
    const [finding] = ofError(error)
    expect(finding).toMatchObject({ severity: 'error', code: 'bad-option' })
    expect(finding?.message).not.toContain('bad-option')
    expect(finding?.remedy).toBeDefined()
  })

  it('finds the line of the flow in a stack', () => {
    const error = Object.assign(new TypeError('a is not a function'), {
      stack: 'TypeError: a is not a function\n    at flow.tsx:3:7\n    at other.js:1:1',
    })
    expect(ofError(error)).toStrictEqual([
      { severity: 'error', message: 'TypeError: a is not a function', line: 3 },
    ])
  })
})
