import { makeElement, type NccoElement, type NccoNode } from '../element/element'
import type { ComponentFrame, FunctionComponent } from './frame'
import { renderError } from './render-error'

/** A value for all components below a {@link Context.Provider}, without passing it through props. */
export interface Context<T> {
  /** Gives `value` to every component inside it. */
  readonly Provider: (props: { value: T; children?: NccoNode }) => NccoElement
  readonly defaultValue: T
}

// By name, so that the providers of one copy of the package are known to every other copy.
const brand: unique symbol = Symbol.for('ncco-jsx.provider')

/** The component that runs at this moment, if one does. */
interface Running {
  component: ComponentFrame | undefined
}

// One slot for all copies of the package, so that a component of one copy finds its context when another
// copy renders it. It is set only while a component runs, which is never across an await.
const running: Running = /* @__PURE__ */ sharedSlot()

function sharedSlot(): Running {
  const shared = globalThis as { [key: symbol]: Running | undefined }
  const key = Symbol.for('ncco-jsx.running')
  shared[key] ??= { component: undefined }
  return shared[key]
}

/**
 * Makes a context: a value that components read with {@link useContext}, however deep they are.
 *
 * @param defaultValue the value outside of every `Provider`
 * @example
 * ```tsx
 * const Locale = createContext('en-US')
 *
 * const Flow = () => <Locale.Provider value="en-GB"><Greeting /></Locale.Provider>
 * const Greeting = () => <Talk language={useContext(Locale)}>Hello</Talk>
 * ```
 */
export function createContext<T>(defaultValue: T): Context<T> {
  const Provider: Context<T>['Provider'] = (props) => makeElement(Provider, { ...props }, undefined)
  const context = { Provider, defaultValue }
  Object.assign(Provider, { [brand]: context, displayName: 'Provider' })
  return context
}

/**
 * Reads a context: the value of the nearest `Provider` around the component, or the default.
 *
 * In an async component, call it before the first `await`.
 *
 * @throws NccoError `context-outside-component` where no component is running
 */
export function useContext<T>(context: Context<T>): T {
  if (running.component === undefined) {
    throw renderError('context-outside-component', {}, { frame: undefined })
  }
  for (let scope = running.component.scope; scope; scope = scope.outer) {
    if (scope.context === context) return scope.value as T
  }
  return context.defaultValue
}

/** Whether `useContext` can be called. */
export function isComponentRunning(): boolean {
  return running.component !== undefined
}

/** The context whose provider this is, if it is one. */
export function contextOf(type: unknown): unknown {
  return typeof type === 'function' ? (type as { [brand]?: unknown })[brand] : undefined
}

/** Runs a component so that `useContext` finds its values. */
export function run(component: ComponentFrame, type: FunctionComponent, props: unknown): unknown {
  const outer = running.component
  running.component = component
  try {
    return type(props)
  } finally {
    running.component = outer
  }
}
