import { Choice, Menu } from 'ncco-jsx/dialog'

const departments: string[] = []

export default function Flow() {
  return (
    <Menu prompt="Which department?">
      {departments.map((name) => (
        <Choice phrases={[name]} />
      ))}
    </Menu>
  )
}
