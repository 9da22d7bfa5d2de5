import { Stream } from 'ncco-jsx'

export default function Flow() {
  const props = { streamUrl: 'https://example.com/hold.mp3', url: 'https://example.com/hold.mp3' }
  return <Stream {...props} />
}
