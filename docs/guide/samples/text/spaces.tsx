import { Talk } from 'ncco-jsx'

export const Flow = ({ name = 'Ada' }: { name?: string }) => (
  <>
    <Talk>Hello {name}, welcome.</Talk>
    <Talk>
      Hello {name}, and welcome to a text that goes on over several lines.
    </Talk>
  </>
)
