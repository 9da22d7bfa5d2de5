import { Talk } from 'ncco-jsx'

async function Greeting() {
  const name = await Promise.resolve('Ann')
  return <Talk>Hello {name}</Talk>
}

export default function Flow() {
  return <Greeting />
}
