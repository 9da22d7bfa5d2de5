/** The path of a URL, without its query; a URL that cannot be read stays as it is. */
export function pathOf(url: string): string {
  const [, path] = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url) ?? []
  if (path === undefined) return url.replace(/[?#].*$/s, '')
  return path === '' ? '/' : path
}
