import { relative, resolve } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

/** Keeps only the words of links to files outside the pages, such as those to sources: the site does not have them. */
export function leaveOutLinks(markdown: MarkdownRenderer, folder: string): void {
  markdown.core.ruler.push('leave-out-links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      if (!children) continue
      const isOpen: boolean[] = []
      const kept = children.filter(({ type }, index) => {
        if (type === 'link_open') {
          const isKept = isOfSite(String(children[index]?.attrGet('href')), env.path, folder)
          isOpen.push(isKept)
          return isKept
        }
        return type === 'link_close' ? isOpen.pop() : true
      })
      children.splice(0, children.length, ...kept)
    }
  })
}

function isOfSite(href: string, page: string, folder: string): boolean {
  if (!href.startsWith('../')) return true
  return !relative(folder, resolve(page, '..', href)).startsWith('..')
}
