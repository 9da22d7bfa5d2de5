import { Talk } from 'ncco-jsx'

function Greeting({ caller }: { caller: { name: string } }) {
  // @ts-expect-error an object where its name belongs
  return <Talk>Hello {caller}</Talk>
}

export default function Flow() {
  return <Greeting caller={{ name: 'Ann' }} />
}
