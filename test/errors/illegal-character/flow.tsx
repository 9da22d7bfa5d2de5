import { Talk } from 'ncco-jsx'

export default function Flow({ name = 'Ann\u0000' }) {
  return (
    <Talk>
      Hello {name}. <break time="400ms" /> How can we help?
    </Talk>
  )
}
