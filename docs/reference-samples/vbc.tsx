import { Connect, Vbc } from 'ncco-jsx'

export default function Sample() {
  return (
    <Connect>
      <Vbc extension="111" />
    </Connect>
  )
}
