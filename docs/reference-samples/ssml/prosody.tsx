import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      <prosody rate="slow" volume="+6dB" pitch="-10%">
        Listen carefully.
      </prosody>
    </Talk>
  )
}
