/** What the code of docs/dialogs.md takes as given, one module for all of it. */
export const dialogsGiven = `
import { Dtmf, Input, type NccoNode, Talk } from 'ncco-jsx'
import { Ask, Choice, Keys, Menu, once, OpeningHours, StartOver, Stop, Voice } from 'ncco-jsx/dialog'
import { createVoiceApp, type InputWebhookProps, onInput } from 'ncco-jsx/serve'
const secret = 'a secret of more than 32 characters, only for tests'
const bookSlot = async (_day: string, _options: { idempotencyKey: string }) => ({ time: 'nine' })
interface PinEntryProps {
  readonly isRight: (pin: string) => boolean
  readonly children: (pin: string) => NccoNode
}
const Operator = () => <Talk>A person.</Talk>
const Sales = () => <Talk>Sales.</Talk>
const Support = () => <Talk>Support.</Talk>
const Closed = () => <Talk>Closed.</Talk>
`
