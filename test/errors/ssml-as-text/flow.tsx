import { Talk } from 'ncco-jsx'

export default function Flow() {
  return <Talk>{'Hello. <break time="1s"/> How can we help?'}</Talk>
}
