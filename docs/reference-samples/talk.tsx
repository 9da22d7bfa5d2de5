import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk language="en-GB" style={2}>
      Your code is <say-as interpret-as="digits">4711</say-as>
    </Talk>
  )
}
