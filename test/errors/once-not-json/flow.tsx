import { Talk } from 'ncco-jsx'
import { once } from 'ncco-jsx/dialog'

export default async function Flow() {
  const due = await once('due', () => new Map([['amount', 12]]))
  return <Talk>You owe {due.get('amount')} pounds.</Talk>
}
