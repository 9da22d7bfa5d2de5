import { Talk } from 'ncco-jsx'

export default function Flow() {
  return <Talk ssml={'<speak>Terms & conditions apply.</speak>'} />
}
