import { describe, expect, it } from 'vitest'
import { makeProject } from '../support/project'
import { openStudio } from '../support/studio'

const answer = 'https://app.example.com/answer'
const right = `export default [{ action: 'talk', text: 'Hello.' }]`
const answered = { type: 'fetched', body: '[{"action":"talk","text":"Hello."}]' }

// Long enough for a busy machine, short enough for a test.
const limits = { load: 10, answer: 8, reaction: 1.5 }

describe('a module that cannot be loaded', () => {
  it.each([
    [
      'is missing',
      undefined,
      {
        code: 'module-missing',
        message: expect.stringMatching(/^There is no module .*app\.tsx\.$/),
      },
    ],
    [
      'does not compile',
      'export default <Talk',
      {
        code: 'module-broken',
        message: expect.stringContaining(
          'app.tsx cannot be loaded: Expected ">" but found end of file',
        ),
        source: { file: expect.stringMatching(/app\.tsx$/), line: 1, column: 20 },
      },
    ],
    [
      'throws',
      `\nfunction fail(): never {\n  throw new Error('No secret.')\n}\nfail()\nexport default []`,
      {
        code: 'module-broken',
        message: expect.stringContaining('app.tsx cannot be loaded: No secret.'),
        source: { file: expect.stringMatching(/app\.tsx$/), line: 3, column: 9 },
      },
    ],
    [
      'imports what is not there',
      `import './other'\nexport default []`,
      { code: 'module-broken', message: expect.stringContaining(`Cannot find module`) },
    ],
    [
      'has no default export',
      'export const flow = []',
      { code: 'module-without-default', message: expect.stringContaining('has no default export') },
    ],
    [
      'exports an empty object',
      'export default {}',
      {
        code: 'module-without-default',
        message: expect.stringMatching(/^The default export of .*app\.tsx is empty\.$/),
      },
    ],
    [
      'exports something else',
      'export default 5',
      {
        code: 'module-without-default',
        message: expect.stringMatching(/^The default export of .*app\.tsx is a number\.$/),
      },
    ],
  ])('because it %s is a problem, until it is mended', async (_, broken, problem) => {
    const project = makeProject(broken === undefined ? {} : { 'app.tsx': broken })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    const state = await page.settled()
    expect(state).toMatchObject({ status: 'broken', problem })
    expect(state.problem?.remedy).toMatch(/\.$|npm install/)
    expect(await page.fetch(answer)).toMatchObject({ type: 'unfetched', code: state.problem?.code })
    project.write('app.tsx', right)
    expect(await page.settled(state.generation)).toMatchObject({ status: 'ready' })
    expect(page.target).not.toHaveProperty('problem')
    expect(await page.fetch(answer)).toMatchObject(answered)
  })

  it('waits for the file that it imports', async () => {
    const project = makeProject({ 'app.tsx': `export { default } from './flow'` })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    expect(await page.settled()).toMatchObject({ status: 'broken' })
    project.write('flow.ts', right)
    expect(await page.settled(1)).toMatchObject({ status: 'ready', changed: ['flow.ts'] })
  })

  it('says that tsx is missing, and uses it as soon as it is there', async () => {
    const project = makeProject({ 'app.tsx': right })
    project.uninstall('tsx')
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    expect(await page.settled()).toMatchObject({
      status: 'broken',
      problem: {
        code: 'tsx-missing',
        remedy: 'Install tsx, which is then used: npm install --save-dev tsx',
      },
    })
    project.install('tsx')
    page.say({ type: 'restart' })
    expect(await page.settled(1)).toMatchObject({ status: 'ready' })
  })

  it('says that ncco-jsx is missing, which serves components', async () => {
    const project = makeProject({ 'app.mjs': 'export default () => null' })
    project.uninstall('ncco-jsx')
    const { page } = await openStudio(`${project.folder}/app.mjs`)
    expect(await page.settled()).toMatchObject({
      problem: { code: 'package-missing', remedy: 'Install it: npm install ncco-jsx' },
    })
  })

  it('is ended if it is in an endless loop, and given up if it waits for ever', async () => {
    const project = makeProject({ 'app.mjs': 'while (true) {}' })
    const short = { ...limits, load: 5 }
    const { page } = await openStudio(`${project.folder}/app.mjs`, {}, { limits: short })
    expect(await page.settled()).toMatchObject({ problem: { code: 'app-stuck' } })
    project.write('app.mjs', 'setInterval(() => {}, 1000)\nawait new Promise(() => {})')
    expect(await page.settled(1)).toMatchObject({ problem: { code: 'app-silent' } })
    project.write('app.mjs', right)
    expect(await page.settled(2)).toMatchObject({ status: 'ready' })
  })

  it('is a problem if it ends its process', async () => {
    const project = makeProject({ 'app.mjs': 'process.exit(3)' })
    const { page } = await openStudio(`${project.folder}/app.mjs`)
    expect(await page.settled()).toMatchObject({
      problem: { code: 'app-exited', message: expect.stringContaining('has ended (status 3)') },
    })
  })
})

describe('an app that does not answer', () => {
  const app = (work: string) => `export default {
    async fetch({ url }) {
      if (url.endsWith('bad')) { ${work} }
      return Response.json([{ action: 'talk', text: 'Hello.' }])
    },
  }`
  const bad = 'https://app.example.com/bad'

  it('because of an endless loop is ended and started again', async () => {
    const project = makeProject({ 'app.mjs': app('for (;;) {}') })
    const { page } = await openStudio(`${project.folder}/app.mjs`, {}, { limits })
    await page.settled()
    const [outcome, other] = await Promise.all([page.fetch(bad), page.fetch(answer)])
    expect(outcome).toMatchObject({ type: 'unfetched', generation: 1 })
    expect(['app-stuck', 'app-exited']).toContain(outcome.type === 'unfetched' && outcome.code)
    expect(other.generation).toBe(1)
    expect(await page.settled(1)).toMatchObject({ status: 'ready', generation: 2 })
    expect(await page.fetch(answer)).toMatchObject(answered)
  })

  it('because of one endless loop after another is not started again for ever', async () => {
    const project = makeProject({ 'app.mjs': app('for (;;) {}') })
    const { page } = await openStudio(`${project.folder}/app.mjs`, {}, { limits })
    for (const generation of [1, 2, 3]) {
      await page.settled(generation - 1)
      expect(await page.fetch(bad)).toMatchObject({ type: 'unfetched', generation })
      expect(await page.settled(generation)).toMatchObject({ status: 'ready' })
    }
    await page.fetch(bad)
    await page.until(() => page.target.status === 'broken')
    expect(page.target.problem?.code).toBe('app-stuck')
    page.say({ type: 'restart' })
    await page.settled(4)
    expect(await page.fetch(answer)).toMatchObject(answered)
  })

  it('because it ends its process is started again, but not for ever', async () => {
    const project = makeProject({ 'app.mjs': app('process.exit(7)') })
    const { page } = await openStudio(`${project.folder}/app.mjs`)
    for (const generation of [1, 2, 3]) {
      await page.settled(generation - 1)
      expect(await page.fetch(bad)).toMatchObject({
        code: 'app-exited',
        message: expect.stringContaining('status 7'),
        generation,
      })
      expect(await page.settled(generation)).toMatchObject({ status: 'ready' })
    }
    expect(await page.fetch(bad)).toMatchObject({ code: 'app-exited' })
    await page.until(() => page.target.status === 'broken')
    expect(page.target.problem?.code).toBe('app-exited')
    page.say({ type: 'restart' })
    await page.settled(4)
    expect(await page.fetch(answer)).toMatchObject(answered)
  })

  it('within the time for it is told so, while it answers others', async () => {
    const project = makeProject({ 'app.mjs': app('await new Promise(() => {})') })
    const short = { ...limits, answer: 2 }
    const { page } = await openStudio(`${project.folder}/app.mjs`, {}, { limits: short })
    await page.settled()
    const [silent, other] = await Promise.all([page.fetch(bad), page.fetch(answer)])
    expect(silent).toMatchObject({ code: 'app-silent', message: 'No answer within 2 s.' })
    expect(other).toMatchObject(answered)
    expect(page.target.generation).toBe(1)
  })

  it('is not waited for when the page no longer waits, nor when it is loaded anew', async () => {
    const project = makeProject({ 'app.mjs': app('await new Promise(() => {})') })
    const { page } = await openStudio(`${project.folder}/app.mjs`)
    await page.settled()
    const aborted = page.fetch(bad)
    page.say({ type: 'abort', id: 1 })
    expect(await aborted).toMatchObject({ type: 'unfetched', code: 'aborted' })
    const left = page.fetch(bad)
    project.write('app.mjs', right)
    expect(await left).toMatchObject({
      code: 'app-exited',
      message: expect.stringContaining('it was loaded anew'),
    })
  })
})
