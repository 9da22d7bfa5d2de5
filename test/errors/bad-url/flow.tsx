import { Stream } from 'ncco-jsx'

export default function Flow() {
  return <Stream streamUrl="/hold.mp3" />
}
