import { callWords } from '../simulate/script/call-words'
import { legWords } from '../simulate/script/leg-words'

/** The acts of a script, for the help of a command. */
export const actList = `Acts of a script, with ";" between them:
${rowsOf(callWords)}
  after 0.5 press 1      does it 0.5 s after the act before, even if that interrupts

What a leg does, after "leg 1":
${rowsOf(legWords)}`

function rowsOf(
  table: Readonly<Record<string, { readonly example: string; readonly does: string }>>,
): string {
  const rows = Object.values(table)
  return rows.map(({ example, does }) => `  ${example.padEnd(22)} ${does}`).join('\n')
}
