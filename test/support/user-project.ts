import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { inject } from 'vitest'
import { makeFolder, type PackedProject } from './packed-project'

declare module 'vitest' {
  interface ProvidedContext {
    packedProject: PackedProject
  }
}

/** What a command has printed, and its status. */
interface Printed {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

/** A copy of the project with the packed package, which a test may change. */
export interface UserProject extends PackedProject {
  /** Writes a file. Returns its name. */
  write(name: string, content: string): string
  /** Starts the command of the package. */
  start(args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcessWithoutNullStreams
  /** Runs the command to its end, and types lines into it. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv, lines?: readonly string[]): Promise<Printed>
  remove(): void
}

export function makeUserProject(): UserProject {
  const { folder: packed, files } = inject('packedProject')
  const folder = makeFolder()
  cpSync(packed, folder, { recursive: true, verbatimSymlinks: true })
  const start: UserProject['start'] = (args, env = {}) => {
    const command = join(folder, 'node_modules/ncco-jsx/dist/cli.js')
    return spawn(process.execPath, [command, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
    })
  }
  return {
    folder,
    files,
    write(name, content) {
      writeFileSync(join(folder, name), content)
      return name
    },
    start,
    run: (args, env, lines = []) => printed(start(args, env), lines),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What a command prints until it ends, after these lines were typed. */
async function printed(
  child: ChildProcessWithoutNullStreams,
  lines: readonly string[],
): Promise<Printed> {
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  return { stdout, stderr, status }
}
