import { Wait } from 'ncco-jsx'

export default function Flow() {
  return <Wait timeout={10000} />
}
