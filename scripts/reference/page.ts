/** A page of the reference. */
export interface Page {
  /** Its path below the folder of the reference, such as `elements/talk.md`. */
  readonly path: string
  /** Its name in the sidebar. */
  readonly title: string
  readonly text: string
}

/** A page from its blocks, with the headings of two levels in its outline. */
export function makePage(path: string, title: string, blocks: readonly string[]): Page {
  // The tables of the benchmarks have no column of words.
  const style = path.includes('/') ? 'pageClass: reference\n' : ''
  const text = [`---\noutline: [2, 3]\n${style}---`, `# ${escapeProse(title)}`, ...blocks].join(
    '\n\n',
  )
  return { path, title, text: `${text}\n` }
}

/**
 * Prose in which nothing is HTML or a template of Vue: `<Talk>` would become a component of the page. Code between backticks stays as
 * it is.
 */
export function escapeProse(text: string): string {
  return outsideCode(text, (prose) =>
    prose.replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;'),
  )
}

/** Prose for a cell of a table. */
export function escapeCell(text: string): string {
  return escapeProse(text).replaceAll('|', '\\|').replace(/\s+/g, ' ')
}

/** Changes what stands outside of code, inline and fenced. */
export function outsideCode(text: string, change: (prose: string) => string): string {
  return text
    .split(/(^```[\s\S]*?^```|``[^\n]+?``|`[^`\n]+`)/m)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}

export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``
}

/** The link to a code from a page one folder below the reference. */
export function linkCode(code: string): string {
  return `[\`${code}\`](../../errors.md#${code})`
}

/** The name of a file for an element: `AdvancedMachineDetection` becomes `advanced-machine-detection`. */
export function toFileName(component: string): string {
  return component.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
}
