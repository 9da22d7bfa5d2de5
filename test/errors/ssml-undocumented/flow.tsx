import { Talk } from 'ncco-jsx'

export default function Flow() {
  return <Talk ssml='<speak>Hello <audio src="https://example.com/chime.mp3"/></speak>' />
}
