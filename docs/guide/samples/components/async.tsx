import { renderAsync, Talk } from 'ncco-jsx'

async function findBalance(account: string) {
  return account === '42' ? '12 pounds' : 'nothing'
}

async function Balance({ account }: { account: string }) {
  const balance = await findBalance(account)
  return <Talk>You have {balance}.</Talk>
}

export const Flow = () => <Balance account="42" />

export const ncco = await renderAsync(<Flow />)
