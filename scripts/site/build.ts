import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeReference } from '../reference'
import { installDocs, npm, root, run } from '../tools'
import { deadLinks } from './links'
import { makeLlmsFull, makeLlmsIndex } from './llms'

const docs = join(root, 'docs')

/** Makes what the site holds beside the written pages: the reference, and the playground. */
export async function prepareSite(): Promise<void> {
  installDocs()
  mkdirSync(join(docs, 'public'), { recursive: true })
  cpSync(join(root, 'studio/page/public/icon.svg'), join(docs, 'public/icon.svg'))
  await writeReference(join(docs, 'reference'))
  npm(['run', 'build:playground', '--silent', '--workspace', 'ncco-jsx-studio'], root)
  const playground = join(docs, 'public/playground')
  rmSync(playground, { recursive: true, force: true })
  cpSync(join(root, 'studio/dist/playground'), playground, { recursive: true })
}

/**
 * Builds the site for this base path into the folder.
 *
 * @throws Error if a page does not compile, or a link leads nowhere.
 */
export function buildSite(base: string, folder = join(docs, '.vitepress/dist')): void {
  const args = [vitepress(), 'build', docs, '--base', base, '--outDir', folder]
  run(process.execPath, args, root)
  writeFileSync(
    join(folder, 'llms.txt'),
    makeLlmsIndex(({ link }) => `${base}${link.slice(1)}.html`),
  )
  writeFileSync(join(folder, 'llms-full.txt'), makeLlmsFull())
  const dead = deadLinks(folder, base)
  if (dead.length > 0) throw new Error(`Links lead nowhere:\n  ${dead.join('\n  ')}`)
}

/** The command of VitePress, which is installed below docs. */
export function vitepress(): string {
  return join(docs, 'node_modules/vitepress/bin/vitepress.js')
}
