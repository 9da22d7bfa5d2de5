import { Connect, createContext, Phone, Talk, useContext } from 'ncco-jsx'
import { Choice, Keys, Menu, StartOver, Voice } from 'ncco-jsx/dialog'
import { useWebhook, type VoiceAppOptions } from 'ncco-jsx/serve'
import { texts } from './texts'

const Texts = createContext(texts.en)

/** Lets the caller choose a language, each offered in its own voice. Who does not choose gets English. */
function Answer() {
  return (
    <Menu
      prompt={
        <>
          <Talk language="en-GB">For English, press 1.</Talk>
          <Talk language="de-DE">Für Deutsch drücken Sie die 2.</Talk>
          <Talk language="fr-FR">Pour le français, appuyez sur le 3.</Talk>
        </>
      }
      attempts={2}
      timeOut={5}
      otherwise={<Museum language="en" />}
    >
      <Choice digit="1">
        <Museum language="en" />
      </Choice>
      <Choice digit="2">
        <Museum language="de" />
      </Choice>
      <Choice digit="3">
        <Museum language="fr" />
      </Choice>
    </Menu>
  )
}

/** The flow in one language: its texts come from a context, its voice from `<Voice>`. The star key leads back to the languages. */
function Museum({ language }: { language: keyof typeof texts }) {
  return (
    <Texts.Provider value={texts[language]}>
      <Voice {...texts[language].voice}>
        <Keys on={{ '*': <StartOver /> }}>
          <Desk />
        </Keys>
      </Voice>
    </Texts.Provider>
  )
}

function Desk() {
  const { welcome, menu, noMatch, hours, connecting, goodbye } = useContext(Texts)
  return (
    <>
      <Talk>{welcome}</Talk>
      <Menu prompt={menu} noMatch={noMatch}>
        <Choice digit="1">
          <Talk>{hours}</Talk>
        </Choice>
        <Choice digit="2">
          <Talk>{connecting}</Talk>
          <Connect from={useWebhook().to}>
            <Phone number="447700900080" />
          </Connect>
        </Choice>
      </Menu>
      <Talk>{goodbye}</Talk>
    </>
  )
}

export const flow: VoiceAppOptions = { answer: Answer }
