import type { NccoNode } from '../element/element'
import { andThen, type MaybePromise } from '../element/maybe-promise'
import { areDirectivesLoaded } from './directive'
import { expandInOrder, expandTree } from './expand'
import type { Awaited, Expansion } from './expansion'
import { type RenderOptions, toNcco, toNccoText } from './ncco'
import type { Ncco } from './ncco-action'
import { type Rendered, settled } from './node'
import type { ToUrlAtOnce } from './unresolved'
import { resolveUrls, type ToUrl } from './urls'
import { abandonedRender } from './walk-errors'

const asObjects: Expansion = {}
const asTexts: Expansion = { asText: true }

/**
 * Renders a flow to its NCCO and checks it. Synchronous: use {@link renderAsync} for async components.
 *
 * @param node the flow, such as `<Answer from="447700900001" />`
 * @param options `onWarning` receives the warnings; `strict` adds the one about actions after an input
 * @throws NccoError with every issue found, if any is an error
 * @example
 * ```tsx
 * response.json(render(<Answer {...request.query} />))
 * ```
 */
export function render(node: NccoNode, options?: RenderOptions): Ncco {
  return toNcco(expandTree(node, asObjects), options)
}

/**
 * Renders a flow whose components may be async. They are awaited side by side; their order stays.
 *
 * @param node the flow; it may be a promise
 * @param options `onWarning` receives the warnings; `strict` adds the one about actions after an input
 * @throws NccoError with every issue found, if any is an error; an error of a component is its `cause`
 * @example
 * ```tsx
 * const Greeting = async ({ from }: { from: string }) => <Talk>Hello {await nameOf(from)}</Talk>
 *
 * response.json(await renderAsync(<Greeting from={from} />))
 * ```
 */
export async function renderAsync(
  node: NccoNode | Promise<NccoNode>,
  options?: RenderOptions,
): Promise<Ncco> {
  return toNcco(await expandAsync(node, asObjects), options)
}

/**
 * Renders a flow to the JSON text of its NCCO, as a webhook is answered: faster than `JSON.stringify(render(node))`, and the same text.
 * Synchronous: use {@link renderToStringAsync} for async components.
 *
 * @param node the flow, such as `<Answer from="447700900001" />`
 * @param options `onWarning` receives the warnings; `strict` adds the one about actions after an input
 * @throws NccoError with every issue found, if any is an error
 * @example
 * ```tsx
 * const text = renderToString(<Answer {...request.query} />)
 *
 * response.type('json').send(text)
 * ```
 */
export function renderToString(node: NccoNode, options?: RenderOptions): string {
  return toNccoText(expandTree(node, asTexts), options)
}

/**
 * Renders a flow whose components may be async to the JSON text of its NCCO, as {@link renderAsync} does to an object.
 *
 * @param node the flow; it may be a promise
 * @param options `onWarning` receives the warnings; `strict` adds the one about actions after an input
 * @throws NccoError with every issue found, if any is an error; an error of a component is its `cause`
 * @example
 * ```tsx
 * const Greeting = async ({ from }: { from: string }) => <Talk>Hello {await nameOf(from)}</Talk>
 *
 * const text = await renderToStringAsync(<Greeting from={from} />)
 * ```
 */
export async function renderToStringAsync(
  node: NccoNode | Promise<NccoNode>,
  options?: RenderOptions,
): Promise<string> {
  return toNccoText(await expandAsync(node, asTexts), options)
}

/** Renders as {@link renderAsync} does, but components run one after another, in document order, and directives steer the walk. */
export async function renderInOrder(node: NccoNode): Promise<Ncco> {
  return toNcco(await expandInOrder(node, asObjects), undefined)
}

/**
 * Renders a flow for the app that serves it, which writes its links and paths as whole URLs.
 *
 * @returns `undefined` if the flow rendered nothing and `mayBeEmpty`
 */
export function renderServed(
  node: NccoNode | Promise<NccoNode>,
  options: RenderOptions,
  served: ServedOptions,
): MaybePromise<Ncco | undefined> {
  return writeServed(expandServed(node, served, false), served, (rendered) =>
    toNcco(rendered, options),
  )
}

/** Renders as {@link renderServed} does, to the JSON text of the NCCO. */
export function renderServedToString(
  node: NccoNode | Promise<NccoNode>,
  options: RenderOptions,
  served: ServedOptions,
): MaybePromise<string | undefined> {
  return writeServed(expandServed(node, served, true), served, (rendered) =>
    toNccoText(rendered, options),
  )
}

function expandServed(
  node: NccoNode | Promise<NccoNode>,
  served: ServedOptions,
  asText: boolean,
): MaybePromise<Rendered[]> {
  const isAbandoned = () => served.isAbandoned()
  const toUrl = served.toUrlAtOnce
  const expansion = { isAbandoned, toUrl, asText, onWait: served.onWait }
  return served.mayAsk && areDirectivesLoaded()
    ? expandInOrder(node, expansion)
    : expandAsync(node, expansion)
}

function writeServed<Written>(
  expanded: MaybePromise<Rendered[]>,
  { toUrl, mayBeEmpty, isAbandoned }: ServedOptions,
  write: (rendered: readonly Rendered[]) => Written,
): MaybePromise<Written | undefined> {
  return andThen(expanded, (rendered) => {
    if (isAbandoned()) throw abandonedRender()
    if (mayBeEmpty && settled(rendered).length === 0) return undefined
    return andThen<unknown, Written>(resolveUrls(rendered, toUrl), () => write(rendered))
  })
}

interface ServedOptions {
  readonly toUrl: ToUrl
  readonly toUrlAtOnce: ToUrlAtOnce
  readonly mayBeEmpty: boolean
  /** Whether questions may stand in the flow: then its components run in document order, where a directive may meet them. */
  readonly mayAsk: boolean
  /** Whether nobody waits for the NCCO any more. */
  isAbandoned(): boolean
  /** Receives what tells the component that is waited for. */
  readonly onWait?: ((awaited: Awaited) => void) | undefined
}

/** A tree whose components have run: at once if nothing in it is async. */
function expandAsync(
  node: NccoNode | Promise<NccoNode>,
  { asText, toUrl, isAbandoned, onWait }: Omit<Expansion, 'pending'>,
): MaybePromise<Rendered[]> {
  const pending: Promise<void>[] = []
  const rendered = expandTree(node, { pending, asText, toUrl, isAbandoned, onWait })
  return pending.length === 0 ? rendered : settle(pending).then(() => rendered)
}

async function settle(pending: Promise<void>[]): Promise<void> {
  // Whatever settles may leave more behind.
  while (pending.length > 0) await Promise.all(pending.splice(0))
}
