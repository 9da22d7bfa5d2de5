import { Stream } from 'ncco-jsx'

export default function Flow() {
  return <Stream streamUrl="https://example.com/hold.mp3" level={0.25} />
}
