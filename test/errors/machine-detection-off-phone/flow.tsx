import { App, Connect } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect machineDetection="hangup">
      <App user="alice" />
    </Connect>
  )
}
