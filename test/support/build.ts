import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { installTools, npm, root } from '../../scripts/tools'
import { packProject } from './packed-project'

/** Builds the package, packs it and builds what makes projects, and installs the compilers its types are tested with. */
export default function setup({ provide }: TestProject): () => void {
  npm(['run', 'build', '--silent'], root)
  npm(['run', 'build', '--silent', '--workspace', 'create-ncco-jsx'], root)
  installTools('types')
  const packed = packProject()
  provide('packedProject', packed)
  return () => rmSync(packed.folder, { recursive: true, force: true })
}
