import { Dtmf, Input, Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <>
      <Input eventUrl="https://example.com/chosen">
        <Dtmf />
      </Input>
      <Talk>Sorry, I did not get that.</Talk>
    </>
  )
}

export const options = { strict: true }
