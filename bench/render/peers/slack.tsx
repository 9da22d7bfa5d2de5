import {
  Actions,
  Blocks,
  Button,
  Context,
  Divider,
  Header,
  Image,
  JSXSlack,
  Section,
} from 'jsx-slack'
import type { Call } from '../call'

/** Nine elements as a message of Slack, six of them at the top. */
function Message({ from, attempt }: Call) {
  return (
    <Blocks>
      <Header>Call {attempt}</Header>
      <Image src="https://example.com/jingle.png" alt="Jingle" title="Jingle" />
      <Section>Welcome, {from}. For sales, press 1. For support, press 2.</Section>
      <Actions>
        <Button actionId="sales" value="1">
          Sales
        </Button>
        <Button actionId="support" value="2">
          Support
        </Button>
      </Actions>
      <Context>
        <span>Ringing for 20 seconds.</span>
      </Context>
      <Divider />
    </Blocks>
  )
}

export const renderPage = (call: Call): string => JSON.stringify(JSXSlack(<Message {...call} />))
