import type { Voice } from '@vonage/voice'
import { Connect, Phone, render, renderAsync, Talk } from 'ncco-jsx'

declare const voice: Voice

const flow = (
  <>
    <Talk>Hello</Talk>
    <Connect from="447700900000">
      <Phone number="447700900001" />
    </Connect>
  </>
)

const to = [{ type: 'phone' as const, number: '447700900001' }]
const from = { type: 'phone' as const, number: '447700900000' }

voice.createOutboundCall({ to, from, ncco: render(flow) })
voice.createOutboundCall({ to, from, ncco: await renderAsync(flow) })
voice.transferCallWithNCCO('leg', render(flow))
