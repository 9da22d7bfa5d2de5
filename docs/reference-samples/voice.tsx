import { Talk } from 'ncco-jsx'
import { Ask, Voice } from 'ncco-jsx/dialog'

export default function Sample() {
  return (
    <Voice language="cy-GB">
      <Talk>Croeso.</Talk>
      <Ask name="year" digits={4} prompt="Rhowch flwyddyn eich geni." />
    </Voice>
  )
}
