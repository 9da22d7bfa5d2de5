import { Talk } from 'ncco-jsx'

export default function Flow() {
  return <Talk ssml='Hello. <break time="1s"/> How can we help?' />
}
