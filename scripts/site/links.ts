import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The links of a built site that lead nowhere: each with the page on which it stands. Links to other sites are not followed. */
export function deadLinks(folder: string, base: string): string[] {
  const ids = new Map<string, Set<string>>()
  const pages = filesBelow(folder).filter((name) => name.endsWith('.html'))
  return pages.flatMap((name) => {
    const page = new URL(name, `${here}${base}`)
    const links = [...read(folder, name).matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g)]
    const dead = links.filter(([, link = '']) => !leadsSomewhere(new URL(unescaped(link), page)))
    return [...new Set(dead.map(([, link]) => `${name}: ${link}`))]
  })

  function leadsSomewhere({ protocol, origin, pathname, hash }: URL): boolean {
    if (protocol === 'data:' || origin !== here) return true
    if (!pathname.startsWith(base)) return false
    const path = decodeURIComponent(pathname.slice(base.length))
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
    if (!existsSync(join(folder, file)) || !statSync(join(folder, file)).isFile()) return false
    return hash === '' || idsOf(file).has(decodeURIComponent(hash.slice(1)))
  }

  function idsOf(file: string): Set<string> {
    const known = ids.get(file) ?? new Set(idsIn(read(folder, file)))
    ids.set(file, known)
    return known
  }
}

// A host that no link names.
const here = 'http://site.invalid'

function idsIn(html: string): string[] {
  return [...html.matchAll(/<[^>]*\sid="([^"]*)"/g)].map(([, id = '']) => unescaped(id))
}

function unescaped(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** The files of a folder at any depth, as paths from it with slashes. */
function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.map((name) => name.replaceAll('\\', '/')).sort()
}
