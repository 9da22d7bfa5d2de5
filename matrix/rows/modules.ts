import { deepStrictEqual } from 'node:assert'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../bundle'
import type { Project } from '../project'
import type { Row, Trial } from '../row'

type Format = 'esm' | 'cjs'

/** An app in one module system with a package of flows in another, and perhaps with a copy of `ncco-jsx` of its own. */
function mixes(app: Format, flows: Format, copies: 'one copy' | 'two copies'): Trial {
  return async (project) => {
    const [main, part] = [`app.${extension[app]}`, `flow-package.${extension[flows]}`]
    const folder = 'node_modules/flow-package'
    project.write(`${folder}/package.json`, {
      name: 'flow-package',
      main: part,
      exports: `./${part}`,
    })
    await bundle(project, 'matrix/modules/flow-package.tsx', `${folder}/${part}`, { format: flows })
    if (copies === 'two copies') giveCopy(project, folder)
    else project.remove(`${folder}/node_modules`)
    await bundle(project, 'matrix/modules/app.tsx', main, { format: app })
    const outcome = JSON.parse(await project.run(`node ${main}`))
    // The CommonJS modules are another copy than the ES modules.
    const isOneCopy = app === flows && copies === 'one copy'
    deepStrictEqual(outcome, { ...expected, isOneCopy })
    return undefined
  }
}

const extension = { esm: 'mjs', cjs: 'cjs' }

const expected = {
  heard: ['Welcome, 447700900001.', 'Press a key.', 'You pressed 7 at question 1.'],
  languages: ['en-GB', 'en-US'],
  rings: [{ type: 'phone', number: '447700900002' }],
  knownErrors: [true, true],
}

function giveCopy(project: Project, folder: string): void {
  const installed = join(project.folder, 'node_modules/ncco-jsx')
  cpSync(installed, join(project.folder, folder, 'node_modules/ncco-jsx'), { recursive: true })
}

export const modules: readonly Row[] = [
  {
    part: 'modules',
    name: 'mixed-modules',
    packages: { node: '24.21.0' },
    trials: {
      'ES module app, CommonJS flows': mixes('esm', 'cjs', 'one copy'),
      'CommonJS app, ES module flows': mixes('cjs', 'esm', 'one copy'),
    },
  },
  {
    part: 'modules',
    name: 'two-copies',
    packages: { node: '24.21.0' },
    trials: {
      'of ES modules': mixes('esm', 'esm', 'two copies'),
      'of CommonJS modules': mixes('cjs', 'cjs', 'two copies'),
      'of both': mixes('esm', 'cjs', 'two copies'),
    },
  },
]
