import { AdvancedMachineDetection, Connect, Phone } from 'ncco-jsx'

export default function Sample() {
  return (
    <Connect from="447700900000">
      <Phone number="447700900001" />
      <AdvancedMachineDetection behavior="continue" mode="detect_beep" beepTimeout={45} />
    </Connect>
  )
}
