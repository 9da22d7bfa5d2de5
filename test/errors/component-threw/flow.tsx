import { Talk } from 'ncco-jsx'

function Balance({ account }: { account: string }) {
  const { balance } = JSON.parse(account)
  return <Talk>Your balance is {balance} pounds.</Talk>
}

export default function Flow() {
  return <Balance account="" />
}
