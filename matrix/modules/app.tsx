import { Ask, chosen, failures, Greeting, itsRender, Language } from 'flow-package'
import { NccoError, render, Talk } from 'ncco-jsx'
import { createVoiceApp, ServeError } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'

const signature = { secret: 'a signature secret for tests' }

const app = createVoiceApp({
  answer: () => (
    <Language.Provider value="en-GB">
      <Greeting>
        <Talk bargeIn>Press a key.</Talk>
      </Greeting>
      <Ask />
    </Language.Provider>
  ),
  hooks: [chosen],
  secret: 'only for tests, where it is no secret',
  signature,
})

/** Whether an error of the other copy is known to this one. */
function knows(act: () => unknown): boolean {
  try {
    act()
    return false
  } catch (error) {
    return error instanceof NccoError || error instanceof ServeError
  }
}

async function main() {
  const call = await dial(app, { signature })
  await call.press('7')
  return {
    heard: call.heard,
    languages: call.webhooks.map(({ answer }) => JSON.parse(answer?.body ?? '')[0].language),
    rings: call.legs.map(({ endpoint }) => endpoint),
    knownErrors: failures.map(knows),
    isOneCopy: itsRender === render,
  }
}

main().then((outcome) => console.log(JSON.stringify(outcome)))
