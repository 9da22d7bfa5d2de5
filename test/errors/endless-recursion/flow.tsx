import { Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <>
      <Talk>For sales, press 1.</Talk>
      <Flow />
    </>
  )
}
