import { posix } from 'node:path'
import { type Addresses, fileUrl } from './addresses'

/** Where a page is, and what lies around it. */
export interface PageLinks {
  /** Its path in the package. */
  readonly page: string
  /** The files of the package, by their paths in it. */
  readonly files: ReadonlySet<string>
  readonly addresses: Addresses
  /** The release that links to the repository lead to. */
  readonly tag: string
  /** The folder of the package in the repository; empty at its root. */
  readonly folder: string
}

// `](target)` of links and pictures in Markdown, `src="target"` of pictures in HTML.
const targets = /(\]\(|\bsrc=")([^)"\s#]+)(#[^)"\s]*)?(?=[)"])/g

/** A page whose relative links lead to files of its package, or else to the repository. */
export function withAbsoluteLinks(text: string, links: PageLinks): string {
  return text.replace(targets, (whole, before: string, target: string, anchor = '') => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return whole
    const path = posix.join(posix.dirname(links.page), target)
    if (links.files.has(path)) return whole
    const inRepository = posix.join(links.folder, path)
    const kind = /\.(?:png|svg|jpe?g|gif)$/.test(path) ? 'raw' : 'page'
    return `${before}${fileUrl(links.addresses, links.tag, inRepository, kind)}${anchor}`
  })
}
