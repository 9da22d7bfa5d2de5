import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))

/** Builds the packages that the studio runs from: `ncco-jsx` for the app, and its own. */
export default function build(): void {
  if (!findBrowser()) return
  const run = (command: string, ...args: string[]) =>
    execFileSync(`${root}node_modules/.bin/${command}`, args, {
      cwd: `${root}studio`,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  execFileSync('npm', ['run', 'build', '--silent'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  run('vite', 'build', 'page')
  run('tsup', '--no-dts')
}
