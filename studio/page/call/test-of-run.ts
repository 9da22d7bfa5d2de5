import type { CallSettings, TargetState } from '../../src/protocol'
import type { CallRun } from './call-run'
import { toTest } from './saved-test'
import { withoutAudio } from './without-audio'

/** The test of a call that waits for someone or is over, and the file in which it is saved. */
export function testOf(
  run: CallRun,
  target: TargetState,
  { headers, signature, startsAt: _, ...options }: CallSettings,
  { startsAt, hasVariables }: { readonly startsAt: string; readonly hasVariables: boolean },
): { readonly file: string; readonly text: string } {
  const { call, done, platform } = run
  const stem = target.file?.replace(/\.[cm]?[jt]sx?$/, '') ?? 'call'
  const text = toTest({
    target:
      target.kind === 'server'
        ? { url: target.answerUrl }
        : { module: `./${stem.split('/').at(-1)}`, exports: target.exports ?? 'app' },
    options,
    headers,
    signature,
    hasVariables,
    startsAt,
    acts: done,
    now: platform.now,
    heard: withoutAudio(call?.heard ?? []),
    ended: call?.ended?.reason,
    state: call?.state ?? 'ended',
  })
  return { file: `${stem}.call.test.ts`, text }
}
