import { Talk, Wait } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk>One moment, please.</Talk>
      <Wait timeout={2.5} />
      <Talk>Thank you for waiting.</Talk>
    </>
  )
}
