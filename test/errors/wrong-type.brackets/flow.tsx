import { Dtmf, Input } from 'ncco-jsx'

export default function Flow() {
  return (
    // @ts-expect-error the NCCO has an array, the element has its entry
    <Input eventUrl={['https://example.com/chosen']}>
      <Dtmf maxDigits={1} />
    </Input>
  )
}
