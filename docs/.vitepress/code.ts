import type { MarkdownRenderer } from 'vitepress'

/** Keeps braces in inline code as they are: Vue, which compiles the pages, would take two of them as its own. */
export function keepBraces(markdown: MarkdownRenderer): void {
  const render = markdown.renderer.rules.code_inline
  markdown.renderer.rules.code_inline = (tokens, index, ...rest) => {
    tokens[index]?.attrSet('v-pre', '')
    return render?.(tokens, index, ...rest) ?? ''
  }
}
