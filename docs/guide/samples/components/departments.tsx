import { Talk } from 'ncco-jsx'

interface DepartmentProps {
  readonly name: string
  readonly digit: string
}

const Department = ({ name, digit }: DepartmentProps) => (
  <>
    For {name}, press {digit}. <break time="300ms" />
  </>
)

export const Flow = () => (
  <Talk language="en-GB">
    <Department name="sales" digit="1" />
    <Department name="support" digit="2" />
  </Talk>
)
