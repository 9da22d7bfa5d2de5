import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState, Transaction } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import type { Finding } from '../finding'

interface CodeEditorOptions {
  readonly parent: HTMLElement
  readonly onEdit: (source: string) => void
}

/** The editor of the flow. Tab leaves it, as every control of the page. */
export class CodeEditor {
  readonly #view: EditorView

  constructor({ parent, onEdit }: CodeEditorOptions) {
    const onUpdate = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      const isEdit = transactions.some((one) => one.annotation(Transaction.userEvent) !== opening)
      if (docChanged && isEdit) onEdit(state.doc.toString())
    })
    const state = EditorState.create({
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        javascript({ jsx: true, typescript: true }),
        syntaxHighlighting(classHighlighter),
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        EditorView.lineWrapping,
        // What scrolls must be within reach of the keyboard.
        EditorView.contentAttributes.of({ 'aria-label': 'Flow', tabindex: '0' }),
        onUpdate,
      ],
    })
    this.#view = new EditorView({ parent, state })
  }

  /** Shows another flow. The one before comes back with an undo. */
  open(source: string): void {
    const { doc } = this.#view.state
    if (doc.toString() === source) return
    this.#view.dispatch({
      changes: { from: 0, to: doc.length, insert: source },
      selection: { anchor: 0 },
      scrollIntoView: true,
      userEvent: opening,
    })
  }

  /** Marks the places of findings. */
  mark(findings: readonly Finding[]): void {
    const { state } = this.#view
    const diagnostics = findings.flatMap((finding) => toDiagnostic(finding, state))
    this.#view.dispatch(setDiagnostics(state, diagnostics))
  }

  /** Puts the cursor at a place, and the focus on the editor. */
  show(line: number, column = 1): void {
    const anchor = placeOf(this.#view.state, line, column)
    this.#view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    })
    this.#view.focus()
  }

  close(): void {
    this.#view.destroy()
  }
}

/** The transactions that show another flow. */
const opening = 'open'

function placeOf({ doc }: EditorState, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines))
  return Math.min(from + column - 1, to)
}

/** A finding at its place: the name of an element, or a whole line where no column is known. */
function toDiagnostic(finding: Finding, state: EditorState): Diagnostic[] {
  const { line, column, severity, code, message, remedy } = finding
  if (line === undefined) return []
  const text = state.doc.line(Math.min(line, state.doc.lines)).text
  const indent = text.length - text.trimStart().length
  const from = placeOf(state, line, column ?? indent + 1)
  const rest = text.slice((column ?? indent + 1) - 1)
  const length = column === undefined ? rest.length : (/^<?[\w.]*/.exec(rest)?.[0].length ?? 1)
  const to = placeOf(state, line, (column ?? indent + 1) + Math.max(length, 1))
  const words = [code === undefined ? message : `${code}: ${message}`, remedy]
  return [{ from, to, severity, message: words.filter(Boolean).join(' ') }]
}
