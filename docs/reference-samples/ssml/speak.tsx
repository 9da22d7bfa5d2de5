import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      <speak>
        Welcome. <break strength="strong" /> How can we help?
      </speak>
    </Talk>
  )
}
