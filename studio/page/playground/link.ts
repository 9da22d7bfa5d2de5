import type { CallSettings } from '../../src/protocol'
import { settingsOf, toField } from '../call/link'

/** A flow that stands in the menu, or one of the reader's own. */
export type Opened = { readonly start: string } | { readonly source: string }

/** What the fragment of the page's URL says. No server sees it. */
interface PageState {
  readonly opened: Opened | undefined
  /** The options of the next call; absent for those of the flow. */
  readonly settings: CallSettings | undefined
}

/** @param call the fragment of a call, which is added */
export async function toFragment(
  opened: Opened,
  settings: CallSettings,
  call = '',
): Promise<string> {
  const fields = new URLSearchParams()
  if ('start' in opened) fields.set('start', opened.start)
  else fields.set('flow', await pack(opened.source))
  const given = toField(settings)
  if (given !== undefined) fields.set('with', given)
  for (const [name, value] of new URLSearchParams(call.replace(/^#/, ''))) fields.set(name, value)
  return `#${fields}`
}

/** @throws an error for a flow that was cut off on its way */
export async function parseFragment(fragment: string): Promise<PageState> {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''))
  const given = fields.get('with')
  const settings = given === null ? undefined : settingsOf(given)
  const start = fields.get('start')
  const packed = fields.get('flow')
  if (packed !== null) return { opened: { source: await unpack(packed) }, settings }
  return { opened: start === null ? undefined : { start }, settings }
}

async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

async function unpack(packed: string): Promise<string> {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    return await new Response(stream).text()
  } catch {
    throw new Error('The flow of this link is incomplete. Copy the whole link.')
  }
}
