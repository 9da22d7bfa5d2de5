import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installTools, root } from './tools'

// TypeScript 7 takes a fifth of the time of 5.9, with which the declarations are built and which the tests of the types run too.
const tsc = join(installTools('types'), 'node_modules/typescript-7/bin/tsc')
// The page of the studio is JSX of another library; the templates are parts of projects, and lie apart. So each is a project of its own.
for (const project of ['.', 'studio/page', 'create/templates']) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', project, '--incremental', 'false'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
