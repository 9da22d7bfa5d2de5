import { spawn } from 'node:child_process'
import { root } from './tools'

/**
 * Runs commands of the project side by side, and prints how each ended, with what it printed if it failed. Returns whether
 * all succeeded.
 */
export async function runSideBySide(commands: readonly string[]): Promise<boolean> {
  const results = await Promise.all(commands.map(runAndReport))
  return results.every(Boolean)
}

function runAndReport(command: string): Promise<boolean> {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const printed: Buffer[] = []
    child.stdout.on('data', (chunk) => printed.push(chunk))
    child.stderr.on('data', (chunk) => printed.push(chunk))
    child.on('close', (code) => {
      const passed = code === 0
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${passed ? 'passed' : 'FAILED'}  ${command} (${seconds} s)`)
      if (!passed) console.log(Buffer.concat(printed).toString())
      resolve(passed)
    })
  })
}
