import { Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <Talk language="en-IE">
      Hello. <break time="1s" /> How can we help?
    </Talk>
  )
}
