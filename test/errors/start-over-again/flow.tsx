import { Talk } from 'ncco-jsx'
import { StartOver } from 'ncco-jsx/dialog'

export default function Flow() {
  return (
    <>
      <Talk>Welcome.</Talk>
      <StartOver />
    </>
  )
}
