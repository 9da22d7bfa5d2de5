import { render, Talk } from 'ncco-jsx'

// Bundlers leave out what a flow does not use.
export const outcome = () => render(<Talk>Goodbye.</Talk>)
