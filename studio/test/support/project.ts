import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { root } from '../../../scripts/tools'

/** A project of a user, until the test ends. */
export interface Project {
  readonly folder: string
  /** Writes a file. Returns its absolute path. */
  write(name: string, text: string): string
  /** Makes a package of this repository one of the project. */
  install(name: string): void
  uninstall(name: string): void
}

const tsconfig = {
  compilerOptions: {
    jsx: 'react-jsx',
    jsxImportSource: 'ncco-jsx',
    module: 'esnext',
    moduleResolution: 'bundler',
    paths: { '#app/*': ['./lib/*'] },
  },
}

export function makeProject(files: Readonly<Record<string, string>> = {}): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ncco-jsx-studio-user-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const project: Project = {
    folder,
    write(name, text) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      return path
    },
    install(name) {
      mkdirSync(join(folder, 'node_modules'), { recursive: true })
      const from = name === 'ncco-jsx' ? root : join(root, 'node_modules', name)
      symlinkSync(from, join(folder, 'node_modules', name), 'junction')
    },
    uninstall(name) {
      rmSync(join(folder, 'node_modules', name))
    },
  }
  project.install('ncco-jsx')
  project.install('tsx')
  project.write('package.json', '{ "private": true, "type": "module" }')
  project.write('tsconfig.json', JSON.stringify(tsconfig))
  for (const [name, text] of Object.entries(files)) project.write(name, text)
  return project
}
