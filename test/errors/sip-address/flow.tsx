import { Connect, Sip } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect>
      {/* @ts-expect-error the domain is missing */}
      <Sip user="support" />
    </Connect>
  )
}
