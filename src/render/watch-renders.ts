import type { Source } from '../issues/issue'
import { isHeard, listen, tell } from './listeners'
import type { Ncco } from './ncco-action'
import { type ObjectNode, type Rendered, settledElements } from './node'

/** The place of an action in the source: the element that wrote it. */
export interface ActionPlace {
  /** Name of the element, such as `Talk`; `Raw` for each action that it embeds. */
  readonly element: string
  /** The components around the element, innermost first. */
  readonly components: readonly string[]
  /**
   * The position of the element, or of the innermost component around it that has one: the elements of a component from a package have
   * none. Only from TSX compiled for development.
   */
  readonly source?: Source
}

/** An NCCO that was rendered, with the place of each action at the same index. */
export interface PlacedNcco {
  readonly ncco: Ncco
  readonly places: readonly ActionPlace[]
}

const key = Symbol.for('ncco-jsx.render-listeners')

/**
 * Calls back with each NCCO that this process renders, whichever function or app renders it, and with the place of each action. For tools
 * that show where an action comes from: an NCCO itself does not tell.
 *
 * @param listener is called before the NCCO is returned; what it throws is ignored
 * @returns a function that ends it
 * @example
 * ```tsx
 * const Greeting = () => <Talk>Hello</Talk>
 *
 * const stop = watchRenders(({ places }) => console.log(places[0]?.components)) // ['Greeting']
 * render(<Greeting />)
 * stop()
 * ```
 */
export function watchRenders(listener: (rendered: PlacedNcco) => void): () => void {
  return listen(key, listener)
}

/** Whether anybody wants to be told. */
export function areRendersWatched(): boolean {
  return isHeard(key)
}

/** Tells the listeners of an NCCO and of the nodes that it was written from. */
export function tellOfRender(ncco: Ncco, rendered: readonly Rendered[]): void {
  const places = settledElements(rendered).flatMap((node) =>
    node.kind === 'object' ? placesOf(node) : [],
  )
  tell(key, { ncco, places } satisfies PlacedNcco)
}

/** The places of the actions that a node wrote. */
function placesOf({ definition, source, frame, props }: ObjectNode): ActionPlace[] {
  const components: string[] = []
  let position = source
  for (let around = frame; around; around = around.outer) {
    components.push(around.name)
    position ??= around.source
  }
  const place = { element: definition.component, components, ...(position && { source: position }) }
  if (definition.kind !== 'raw') return [place]
  return Array.isArray(props.ncco) ? props.ncco.map(() => place) : []
}
