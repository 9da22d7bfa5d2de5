import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildSite, prepareSite } from '../../scripts/site/build'
import { npm, root } from '../../scripts/tools'

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site by its base path. */
    readonly sites: Readonly<Record<string, string>>
  }
}

/** Builds the site for two base paths. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  npm(['run', 'build', '--silent'], root)
  await prepareSite()
  const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-site-'))
  const sites = { '/': join(folder, 'root'), '/ncco-jsx/': join(folder, 'below') }
  for (const [base, path] of Object.entries(sites)) buildSite(base, path)
  provide('sites', sites)
  return () => rmSync(folder, { recursive: true, force: true })
}
