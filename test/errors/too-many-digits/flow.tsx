import { Ask } from 'ncco-jsx/dialog'

export default function Flow() {
  return <Ask name="account" digits={24} prompt="Please key in your account number." />
}
