import { type DetailOf, error } from '../issues/message'
import { clipped, short } from '../issues/words'

/** Findings of the simulator. */
export const simulatorMessages = {
  /**
   * A key was pressed, and neither an input, nor a recording, nor another leg took it.
   * @rule simulate
   */
  'key-unheard': error(({ key, doing }: { key: string; doing: string }) => [
    `Nothing listens for the key ${key}: ${doing}.`,
    'Press keys while an input listens, or let the flow listen where the key is pressed.',
  ]),
  /**
   * Someone spoke, and neither an input for speech, nor a recording, nor another leg heard it.
   * @rule simulate
   */
  'speech-unheard': error(({ doing }: { doing: string }) => [
    `Nobody hears what is said: ${doing}.`,
    'Speak while an input takes speech, a recording runs, or others are in the call.',
  ]),
  /**
   * Only keys of a telephone can be pressed.
   * @rule simulate
   */
  'no-such-key': error(() => [
    'press() takes keys of a telephone: 0 to 9, * and #.',
    "Write press('12#').",
  ]),
  /**
   * The call had ended before this step of the script. The time is that of the transcript; the reason is `call.ended.reason`.
   * @rule simulate
   */
  'call-over': error(({ at, reason }: { at: number; reason: string }) => [
    `The call is over: it ended at ${at} s (${reason}).`,
    'Look at call.ended first, or at the transcript for what ended it.',
  ]),
  /**
   * A leg can be answered, be busy or be rejected while it rings, and only then.
   * @rule simulate
   */
  'leg-not-ringing': error(({ leg, status }: { leg: string; status: string }) => [
    `The leg ${leg} does not ring: it is ${status}.`,
    'A leg is answered or refused once, while it rings.',
  ]),
  /**
   * Only a leg that was answered can do this.
   * @rule simulate
   */
  'leg-not-answered': error(
    ({ leg, status, lacks }: { leg: string; status: string; lacks: keyof typeof remedies }) => [
      `The leg ${leg} is not in the call: it is ${status}.`,
      remedies[lacks],
    ],
  ),
  /**
   * Only the far side of a websocket can drop it; people hang up.
   * @rule simulate
   */
  'not-a-websocket': error(({ leg }: { leg: string }) => [
    `The leg ${leg} is not a websocket, so it cannot disconnect.`,
    'Write leg.hangUp().',
  ]),
  /**
   * The websocket is connected to its server, which answers and speaks itself. A script can hang it up or drop it.
   * @rule simulate
   */
  'live-websocket': error(({ leg }: { leg: string }) => [
    `The leg ${leg} is connected to a server, which answers, refuses and speaks itself.`,
    "Let the server do it; or, to script the leg, write createPlatform({ pace: 'real', websockets: 'simulated' }).",
  ]),
  /**
   * `speak` takes a WAV file of 16 bit, or samples with their rate.
   * @rule simulate
   */
  'unusable-audio': error(({ why }: { why: string }) => [
    `The audio for speak() ${why}.`,
    'Give a WAV file of 16 bit, as `ffmpeg -i speech.mp3 -ac 1 -ar 16000 -c:a pcm_s16le speech.wav` makes one, or { rate, samples }.',
  ]),
  /**
   * Audio plays in real time, so a platform has it only with the wall clock at its own speed. On a virtual clock only `openAudio` works.
   * @rule simulate
   */
  'no-audio': error(() => [
    'The platform has no audio: that takes the wall clock, at its own speed.',
    "Write createPlatform({ pace: 'real' }), without speed.",
  ]),
  /**
   * The call took longer, on the clock of the platform, than the limit allows: most likely nothing ever ends it. The platform ends it then, and other calls go on.
   * @rule simulate
   */
  'endless-call': error(({ limit, doing }: { limit: number; doing: string }) => [
    `The call does not end: after ${limit} s ${doing}.`,
    'Let the flow give up after some attempts, or hang up; for long calls raise createPlatform({ maxSeconds }).',
  ]),
  /**
   * Webhook after webhook answered with an NCCO in which no time passes; or, with `pace: 'real'`, in which less than a second passes.
   * @rule simulate
   */
  'loop-without-pause': error(({ count }: { count: number }) => [
    `The flow goes in a circle: ${count} webhooks were answered without a pause.`,
    'Let each round take time with a talk, a wait or an input, and give up after some rounds.',
  ]),
  /**
   * A call was made, or time was to pass, on a platform after its `close()`, or while it closes.
   * @rule simulate
   */
  'platform-closed': error(() => [
    'The platform is closed, so no call can be made on it, and its time has ended.',
    'Make a new one with createPlatform(), or close it later.',
  ]),
  /**
   * The REST side of a platform was asked for something, and knows no application whose tokens it could accept.
   * @rule simulate
   */
  'no-application': error(() => [
    'This platform has no application, so nobody may use its REST side.',
    'Write createPlatform({ application: { id, publicKey, target } }).',
  ]),
  /**
   * `callsTo()` waited for a call that the application makes by REST, and none came.
   * @rule simulate
   */
  'no-call-made': error(({ seconds }: { seconds: number }) => [
    `The application has made no call to this number, within ${seconds} s of real time.`,
    'Let it make the call first, through platform.api; platform.calls lists every call.',
  ]),
  /**
   * A part of a script is not an act: a word is misspelt, or something is missing.
   * @rule simulate
   */
  'not-an-act': error(({ part }: { part: string }) => [
    `${short(part)} is not an act of a script.`,
    'Write acts with semicolons between them: press 1; say sales; silence; wait 3; hang up; leg 1 answer.',
  ]),
  /**
   * A script, or `calledLeg()`, names a leg that the flow has not called.
   * @rule simulate
   */
  'no-such-leg': error(({ number, count }: { number: number; count: number }) => [
    `There is no leg ${number}: the flow has called ${count} so far.`,
    'Count the legs from 1, in the order in which the flow calls them; the transcript shows each.',
  ]),
  /**
   * A script lets someone of another call do something, and the platform has no such call.
   * @rule simulate
   */
  'no-such-call': error(({ number, count }: { number: number; count: number }) => [
    `There is no call ${number}: the platform has had ${count} so far.`,
    'Count the calls from 1, in the order in which they began; your own is one of them.',
  ]),
  /**
   * An option of the simulator has a value that it does not take, or a name that it does not have.
   * @rule simulate
   */
  'simulator-option': error(
    (
      d: { option: string } & (
        | { expected: string }
        | { owner: string; nearest: string | undefined; isOfPlatform: boolean }
      ),
    ) => {
      if ('owner' in d) {
        if (d.isOfPlatform) {
          return [
            `${d.owner} has no option ${d.option}, which is an option of createPlatform().`,
            `Write ${d.owner.replace('()', '(…, ')}{ platform: createPlatform({ ${d.option}: … }) }).`,
          ]
        }
        const remedy = d.nearest === undefined ? 'Leave it out.' : `Write ${d.nearest}.`
        return [`${d.owner} has no option ${clipped(d.option)}.`, remedy]
      }
      return [
        `${d.option} must be ${d.expected}.`,
        'Correct the call of dial(), callOut(), createPlatform() or of the method; docs/simulator.md shows each.',
      ]
    },
  ),
}

/** How a leg gets into the call. */
const remedies = {
  callee: 'Let it answer first: await leg.answer().',
  application: 'Let the application answer first: await call.wait(seconds).',
  nobody: 'Do it while the leg is in the call; the transcript says when it was.',
}

/** Permanent name of what the simulator refuses; `docs/errors.md` has a section for each. */
export type SimulatorCode = keyof typeof simulatorMessages

/** The detail that its message needs. */
export type SimulatorDetail<C extends SimulatorCode> = DetailOf<(typeof simulatorMessages)[C]>
