import { createContext, Talk, useContext } from 'ncco-jsx'

const Locale = createContext('en-GB')

async function Greeting() {
  const name = await Promise.resolve('Ann')
  return <Talk language={useContext(Locale)}>Hello {name}</Talk>
}

export default function Flow() {
  return <Greeting />
}

export const isAsync = true
