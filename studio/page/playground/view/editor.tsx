import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CodeEditor } from './code-editor'
import { usePlayground } from './context'
import { Findings } from './findings'
import { Hint } from './hint'

/** The flow, with what is wrong in it. The editor is loaded after the rest of the page. */
export function Editor() {
  const playground = usePlayground()
  const box = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<CodeEditor | undefined>(undefined)
  useEffect(() => {
    let opened: CodeEditor | undefined
    let isGone = false
    void import('./code-editor').then(({ CodeEditor }) => {
      if (isGone || !box.current) return
      opened = new CodeEditor({
        parent: box.current,
        onEdit: (source) => playground.edit(source),
      })
      setEditor(opened)
    })
    return () => {
      isGone = true
      opened?.close()
    }
  }, [playground])
  return (
    <section class="column editor" aria-label="Editor">
      <div class="code" ref={box} onFocusIn={() => playground.expectEdit()}>
        {!editor && <pre class="code-loading">{playground.opened.value.source}</pre>}
      </div>
      {editor && <Bound editor={editor} />}
      <Hint />
      <Findings />
    </section>
  )
}

/** Keeps an editor to what the page says. */
function Bound({ editor }: { editor: CodeEditor }) {
  const { opened, asked, host } = usePlayground()
  useSignalEffect(() => editor.open(opened.value.source))
  useSignalEffect(() => editor.mark(host.findings.value))
  useSignalEffect(() => {
    if (asked.value) editor.show(asked.value.line, asked.value.column)
  })
  return null
}
