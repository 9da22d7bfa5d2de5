import { Ask } from 'ncco-jsx/dialog'

export const keys = ['1']

export default function Flow() {
  return (
    <>
      <Ask name="age" digits={1} prompt="How old is your first child?" />
      <Ask name="age" digits={1} prompt="How old is your second child?" />
    </>
  )
}
