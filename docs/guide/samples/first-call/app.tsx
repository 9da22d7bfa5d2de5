import { Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'
import { createVoiceApp } from 'ncco-jsx/serve'

const Answer = () => (
  <Menu prompt="For our opening hours, press 1. For the news, press 2.">
    <Choice digit="1">
      <Talk>We are open from nine to five.</Talk>
    </Choice>
    <Choice digit="2">
      <Talk>The new season begins on Monday.</Talk>
    </Choice>
  </Menu>
)

export default createVoiceApp({
  answer: Answer,
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
