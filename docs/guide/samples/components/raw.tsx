import { Raw, Talk } from 'ncco-jsx'

const music = [
  { action: 'stream', streamUrl: ['https://example.com/hold.mp3'] },
]

export const Flow = () => (
  <>
    <Talk>Please hold the line.</Talk>
    <Raw ncco={music} />
  </>
)
