import { Raw, Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk>This line is checked as usual.</Talk>
      <Raw ncco={[{ action: 'talk', text: 'This one was there before.' }]} />
    </>
  )
}
