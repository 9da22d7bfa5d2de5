import { Record } from 'ncco-jsx'

export default function Flow() {
  return <Record split="conversation" channels={3} format="mp3" endOnKey="#" />
}
