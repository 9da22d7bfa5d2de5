import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { root } from '../../../scripts/tools'
import { callThrough } from '../support/call-through'
import { TestPage } from '../support/page'
import { makeProject } from '../support/project'

it('ncco-jsx dev runs the studio, prints what happens, and leaves no process behind', async () => {
  const project = makeProject({
    'app.tsx': `import { Talk } from 'ncco-jsx'
      console.log('\\u001b]0;title\\u0007loading')
      export default () => <Talk>My process is {process.pid} {process.env.OF}.</Talk>`,
    '.env.trial': 'OF=on trial\n',
  })
  project.install('ncco-jsx-studio')
  const command = join(root, 'dist/cli.js')
  const args = [command, 'dev', 'app.tsx', '--port', '0', '--env', '.env.trial']
  const child = spawn(process.execPath, args, { cwd: project.folder })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  const until = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => printed.includes(text) && resolve()
      child.stdout.on('data', look)
      look()
    })
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  await until('app.tsx is ready.')
  const [url = ''] = /http:\/\/localhost:\d+\//.exec(printed) ?? []
  expect(printed).toContain(
    `The studio is at ${url}\nThe REST side for the app is at ${url.slice(0, -1)}\nPress Ctrl+C to end it.\n`,
  )
  expect(printed).toContain('loading')
  expect(printed).not.toContain('\u001b')
  const page = await TestPage.open(url)
  const call = await callThrough(page)
  const [, pid] = /My process is (\d+) on trial\./.exec(call.heard[0] ?? '') ?? []
  expect(isRunning(Number(pid))).toBe(true)
  project.write('app.tsx', 'export default <')
  await page.settled(1)
  child.kill('SIGINT')
  const [status] = await once(child, 'exit')
  expect(status).toBe(0)
  expect(isRunning(Number(pid))).toBe(false)
})

it('leaves no process behind if it is killed while the app is in an endless loop', async () => {
  const project = makeProject({
    'app.ts': `console.log('My process is ' + process.pid + '.')
      export default { fetch() { for (;;); } }`,
  })
  project.install('ncco-jsx-studio')
  const command = join(root, 'dist/cli.js')
  const child = spawn(process.execPath, [command, 'dev', 'app.ts', '--port', '0'], {
    cwd: project.folder,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  await expect.poll(() => printed, { timeout: 20_000 }).toContain('app.ts is ready.')
  const pid = Number(/My process is (\d+)\./.exec(printed)?.[1])
  const page = await TestPage.open(/http:\/\/localhost:\d+\//.exec(printed)?.[0] ?? '')
  void page.fetch(page.target.answerUrl)
  // It has begun to loop once it does not answer.
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(isRunning(pid)).toBe(true)
  child.kill('SIGKILL')
  await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false)
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
