import type { Call } from 'ncco-jsx/simulate'
import type { CallSettings, TargetState } from '../../src/protocol'
import type { CallRun } from './call-run'
import type { SavedOutcome, SavedRest } from './saved-call'
import { toTest } from './saved-test'
import { eventPathOf } from './switchboard'
import { withoutAudio } from './without-audio'

/** What a test needs to know beside the call. */
interface Circumstances {
  readonly startsAt: string
  /** Whether the project has a `.env`. */
  readonly hasVariables: boolean
  /** The application whose REST requests were answered. */
  readonly applicationId?: string | undefined
}

/**
 * The test of a call that waits for someone or is over, and the file in which it is saved.
 *
 * @throws an error that says why it cannot be a test
 */
export function testOf(
  run: CallRun,
  target: TargetState,
  { headers, signature, startsAt: _, ...options }: CallSettings,
  { startsAt, hasVariables, applicationId }: Circumstances,
): { readonly file: string; readonly text: string } {
  const { call, done, platform, others } = run
  const stem = target.file?.replace(/\.[cm]?[jt]sx?$/, '') ?? 'call'
  const text = toTest({
    target:
      target.kind === 'server'
        ? { url: target.answerUrl }
        : { module: `./${stem.split('/').at(-1)}`, exports: target.exports ?? 'app' },
    options: { ...answerOption(target), ...options },
    headers,
    signature,
    hasVariables,
    startsAt,
    acts: done,
    now: platform.now,
    heard: withoutAudio(call?.heard ?? []),
    ended: call?.ended?.reason,
    state: call?.state ?? 'ended',
    isDialled: call !== undefined,
    others: new Map([...others].map(([number, one]) => [number - 1, outcomeOf(one)])),
    rest: restOf(run, target, applicationId),
  })
  return { file: `${stem}.call.test.ts`, text }
}

/** Where an app in a module answers calls, unless that is where every app does. */
function answerOption({ kind, answerUrl }: TargetState): { readonly answerUrl?: string } {
  const { pathname } = new URL(answerUrl)
  return kind === 'module' && pathname !== '/answer' ? { answerUrl: pathname } : {}
}

function outcomeOf({ heard, ended, state, timeline }: Call): SavedOutcome {
  const dialled = timeline.find((entry) => entry.type === 'dialled')
  const isOutbound = dialled?.direction === 'outbound'
  return { heard: withoutAudio(heard), ended: ended?.reason, state, isOutbound }
}

/** The REST side of a test; `undefined` where nobody has used it. */
function restOf(
  { makers, done }: CallRun,
  { kind, answerUrl }: TargetState,
  applicationId = 'application',
): SavedRest | undefined {
  const requests = done.filter(({ act }) => act.kind === 'request')
  if (makers.size + requests.length === 0) return undefined
  const hasServer = makers.has('webhook') || makers.has('app')
  if (hasServer && kind === 'server') throw new Error(serverAsks)
  if (requests.some(({ act }) => act.kind === 'request' && act.by === 'app')) {
    throw new Error(askedAlone)
  }
  return { applicationId, hasServer, eventUrl: eventPathOf(answerUrl) }
}

const serverAsks =
  'The server makes REST requests while it answers webhooks. It sends them to the studio, and never to a test. Run the studio with a module that exports its app.'

const askedAlone =
  'The app has made a REST request by itself, at its start or after it had answered a webhook, so a test cannot know when it comes. Await the request before the webhook is answered.'
