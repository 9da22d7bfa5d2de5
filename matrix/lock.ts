import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Has a folder to itself until this process ends: two runs at once would empty each other's projects. */
export function lock(folder: string): void {
  const file = join(folder, 'lock')
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch {
    const owner = Number(readFileSync(file, 'utf8'))
    if (isRunning(owner)) {
      console.error(
        `Another run (process ${owner}) uses ${folder}. Wait for its end, or set MATRIX_CACHE to another folder.`,
      )
      process.exit(2)
    }
    // A run that was killed left it.
    writeFileSync(file, String(process.pid))
  }
  process.on('exit', () => rmSync(file, { force: true }))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
