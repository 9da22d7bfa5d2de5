import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'

/** A tsconfig.json of the studio's own. */
export interface DevelopmentConfig {
  readonly path: string
  remove(): void
}

/**
 * Writes a tsconfig.json that is the user's, aliases and all, except that JSX is compiled for development: only then elements know their
 * places.
 */
export function writeDevelopmentConfig(tsconfig: string | undefined): DevelopmentConfig {
  const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-studio-'))
  const write = (name: string, config: object) => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(config))
    return path
  }
  // What holds unless the user's own says otherwise.
  const base = write('base.json', { compilerOptions: { jsxImportSource: 'ncco-jsx' } })
  const path = write('tsconfig.json', {
    extends: tsconfig ? [base, tsconfig] : [base],
    compilerOptions: { jsx: 'react-jsxdev', allowJs: true },
    // Every file, because those of a project would be looked for beside this one.
    include: [`${parse(folder).root.replaceAll('\\', '/')}**/*`],
    exclude: [],
  })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
