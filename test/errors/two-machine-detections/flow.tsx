import { AdvancedMachineDetection, Connect, Phone } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect from="447700900000" machineDetection="hangup">
      <Phone number="447700900001" />
      <AdvancedMachineDetection behavior="hangup" />
    </Connect>
  )
}
