import { Notify } from 'ncco-jsx'

export default function Flow() {
  return <Notify payload={{ reachedAt: new Date() }} eventUrl="https://example.com/progress" />
}
