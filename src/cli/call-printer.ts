import type { Call, CallAct, Platform, SimulatorError } from 'ncco-jsx/simulate'
import { toScript } from 'ncco-jsx/simulate'
import { printable, printableLine } from './printable'

/** Prints what an act has done. */
export interface CallPrinter {
  /**
   * @param act absent for a call that has just begun
   * @param problem the reason why the act was not done
   */
  print(act: CallAct | undefined, problem?: SimulatorError): void
}

/** Prints, each time, what the transcripts of all calls have gained; those of others with the number of the call. */
export function printTranscript(platform: Platform): CallPrinter {
  const printed = new Map<Call, number>()
  return {
    print() {
      for (const [index, call] of platform.calls.entries()) {
        const transcript = call.transcript()
        const gained = transcript.slice(printed.get(call) ?? 0).replace(/^\n/, '')
        printed.set(call, transcript.length)
        if (gained === '') continue
        console.log(printable(index === 0 ? gained : gained.replace(/^/gm, `#${index + 1} `)))
      }
    },
  }
}

/** Prints a line of JSON each time: what was done, and what has happened since. */
export function printSteps(
  call: Call,
  platform: Platform,
  print: (line: string) => void,
): CallPrinter {
  let heard = 0
  let happened = 0
  let ncco: unknown
  return {
    print(act, problem) {
      const running = call.running?.ncco
      print(
        printableLine({
          act: toScript([act ?? { kind: 'dial' }]),
          ...(problem && {
            problem: { code: problem.code, message: withoutTranscript(problem) },
          }),
          at: platform.now,
          state: call.state,
          isWaiting: call.isWaiting,
          ...(call.ended && { ended: call.ended }),
          heard: call.heard.slice(heard),
          ...(running !== undefined && running !== ncco && { ncco: running }),
          legs: call.legs.map(({ endpoint, status }) => ({ endpoint, status })),
          events: call.timeline.slice(happened),
          ...(platform.calls.length > 1 && { others: platform.calls.slice(1).map(describe) }),
        }),
      )
      heard = call.heard.length
      happened = call.timeline.length
      ncco = running
    },
  }
}

/** Another call, in short. */
function describe({ leg, state, ended, heard }: Call): object {
  return { endpoint: leg.endpoint, state, ...(ended && { ended }), heard }
}

/** The message of an error, without the transcript, which was printed already. */
export function withoutTranscript({ message }: SimulatorError): string {
  return message.split('\n\n')[0] ?? message
}
