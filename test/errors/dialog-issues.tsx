import { type Issue, type NccoElement, NccoError, renderAsync } from 'ncco-jsx'
import { createVoiceApp, type VoiceAppOptions } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { sessionContext } from '../../src/dialog/session-context'
import { secret } from '../support/requests'
import type { Sample } from './samples'

/** What the `flow.tsx` of a dialog exports. */
interface DialogModule {
  default: () => NccoElement
  /** Rendered with `renderAsync` instead of served. */
  isAsync?: boolean
  /** Rendered as what `onError` returns. */
  isInOnError?: boolean
  options?: Partial<VoiceAppOptions>
  /** What the caller presses, one question after the other. */
  keys?: readonly string[]
}

/** The findings of a dialog that an app serves to a caller. */
export async function findDialogIssues({ code }: Sample): Promise<readonly Issue[]> {
  const module: DialogModule = await import(`./${code}/flow.tsx`)
  const { default: Flow, isAsync, isInOnError, options, keys = [] } = module
  const { Provider } = sessionContext()
  if (isInOnError) {
    return issuesOf(
      <Provider value="in-on-error">
        <Flow />
      </Provider>,
    )
  }
  if (isAsync) return issuesOf(<Flow />)
  let found: readonly Issue[] = []
  const app = createVoiceApp({
    answer: Flow,
    secret,
    signature: false,
    development: false,
    onWarning: (issue) => {
      found = [issue]
    },
    onError: (error) => {
      if (error instanceof NccoError) found = error.issues
    },
    ...options,
  })
  const call = await dial(app)
  for (const key of keys) await call.press(key)
  return found
}

async function issuesOf(flow: NccoElement): Promise<readonly Issue[]> {
  try {
    await renderAsync(flow)
  } catch (error) {
    if (error instanceof NccoError) return error.issues
    throw error
  }
  return []
}
