import { Input } from 'ncco-jsx'

export default function Flow() {
  // @ts-expect-error what to listen for is missing
  return <Input eventUrl="https://example.com/chosen" />
}
