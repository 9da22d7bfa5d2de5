import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      Please hold. <break time="800ms" /> We connect you now.
    </Talk>
  )
}
