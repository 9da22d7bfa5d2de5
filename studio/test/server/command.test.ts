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
      export default () => <Talk>My process is {process.pid}.</Talk>`,
  })
  project.install('ncco-jsx-studio')
  const command = join(root, 'dist/cli.js')
  const child = spawn(process.execPath, [command, 'dev', 'app.tsx', '--port', '0'], {
    cwd: project.folder,
  })
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
  expect(printed).toContain(`The studio is at ${url}\nPress Ctrl+C to end it.\n`)
  expect(printed).toContain('loading')
  expect(printed).not.toContain('\u001b')
  const page = await TestPage.open(url)
  const call = await callThrough(page)
  const [, pid] = /My process is (\d+)\./.exec(call.heard[0] ?? '') ?? []
  expect(isRunning(Number(pid))).toBe(true)
  project.write('app.tsx', 'export default <')
  await page.settled(1)
  child.kill('SIGINT')
  const [status] = await once(child, 'exit')
  expect(status).toBe(0)
  expect(isRunning(Number(pid))).toBe(false)
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
