import { Talk } from 'ncco-jsx'

export default function Flow() {
  // @ts-expect-error the text is there twice
  return <Talk ssml="<speak>Hello</speak>">Hello</Talk>
}
