import { Talk } from 'ncco-jsx'

/** An element as the JSX runtime of React makes it. */
const element = { $$typeof: Symbol.for('react.transitional.element'), type: 'b', props: {} }

export default function Flow() {
  // @ts-expect-error only the JSX runtime of this package makes elements
  return <Talk>Hello {element}</Talk>
}
