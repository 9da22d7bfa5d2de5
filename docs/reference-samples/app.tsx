import { App, Connect } from 'ncco-jsx'

export default function Sample() {
  return (
    <Connect from="447700900000">
      <App user="alice" />
    </Connect>
  )
}
