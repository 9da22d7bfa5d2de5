import { Connect, Phone, Talk } from 'ncco-jsx'

const colleagues = ['447700900020', '447700900021']

export const Flow = ({ isOpen = true }: { isOpen?: boolean }) => (
  <>
    {!isOpen && <Talk>We are closed.</Talk>}
    {isOpen &&
      colleagues.map((number) => (
        <Connect key={number} from="447700900000" timeout={15}>
          <Phone number={number} />
        </Connect>
      ))}
  </>
)
