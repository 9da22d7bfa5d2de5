import { createContext, Talk, useContext } from 'ncco-jsx'
import { Voice } from 'ncco-jsx/dialog'
import { type Texts, texts } from './texts'

const Language = createContext<Texts>(texts.en)

function Orders({ count }: { count: number }) {
  const { welcome, orders } = useContext(Language)
  return (
    <>
      <Talk>{welcome('Ada')}</Talk>
      <Talk>{orders(count)}</Talk>
    </>
  )
}

interface FlowProps {
  readonly from?: string | undefined
  readonly count?: number
}

/** Speaks German to callers from Germany, and English to all others. */
export function Flow({ from = '', count = 1 }: FlowProps) {
  const chosen = from.startsWith('49') ? texts.de : texts.en
  return (
    <Language.Provider value={chosen}>
      <Voice language={chosen.language}>
        <Orders count={count} />
      </Voice>
    </Language.Provider>
  )
}
