import type { Manager } from './choices'

/** How each manager runs a script of the package, and a command of an installed one. */
const words: Readonly<Record<Manager, { run: string; exec: string }>> = {
  npm: { run: 'npm run', exec: 'npx' },
  pnpm: { run: 'pnpm run', exec: 'pnpm exec' },
  yarn: { run: 'yarn run', exec: 'yarn exec' },
  // `bun test` is a test runner of its own.
  bun: { run: 'bun run', exec: 'bunx' },
}

/** The commands of npm in a text, as another manager has them. Only npm needs a `--` before arguments of a script. */
export function inWordsOf(manager: Manager, text: string): string {
  if (manager === 'npm') return text
  const { run, exec } = words[manager]
  return (
    text
      .replace(/\bnpm run (\w+) -- /g, `${run} $1 `)
      .replace(/\bnpm run /g, `${run} `)
      // Four spaces less, so that comments behind commands stay below each other.
      .replace(/\bnpm (test|start)\b(?: {4}(?= *#))?/g, `${run} $1`)
      .replace(/\bnpx /g, `${exec} `)
  )
}

/** The two commands that lead from a new project to its first call. */
export function nextCommands(manager: Manager, folder: string): readonly [string, string] {
  const install = `${manager} install`
  const path = /^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`
  return [folder === '.' ? install : `cd ${path} && ${install}`, `${words[manager].run} dev`]
}
