import { Talk } from 'ncco-jsx'

export default function Flow({ isOpen = false }) {
  return isOpen && <Talk>Welcome.</Talk>
}
