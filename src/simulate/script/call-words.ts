import type { CallAct } from './act'
import { faultWords } from './fault-words'
import { hangUpPattern, legWords, spokenWords } from './leg-words'
import { type ActWords, phrase, readAct, type WordsOf, writeAct } from './words'

type ActOf<Kind extends CallAct['kind']> = ActWords<Extract<CallAct, { readonly kind: Kind }>>

const wait: ActOf<'wait'> = {
  example: 'wait 3',
  does: 'is silent for 3 s',
  read(words) {
    const [, seconds] = /^wait (\d+(?:\.\d+)?)$/.exec(words) ?? []
    return seconds === undefined ? undefined : { kind: 'wait', seconds: Number(seconds) }
  },
  write: ({ seconds }) => `wait ${seconds}`,
}

const leg: ActOf<'leg'> = {
  example: 'leg 1 answer',
  does: 'what the first leg that the flow calls does',
  read(words) {
    const [, number, rest = ''] = /^leg ([1-9]\d*) (.+)$/s.exec(words) ?? []
    const does = number === undefined ? undefined : readAct(legWords, rest)
    return does && { kind: 'leg', leg: Number(number), does }
  },
  write: ({ leg: number, does }) => `leg ${number} ${writeAct(legWords, does)}`,
}

const caller: ActOf<'caller'> = {
  example: 'caller 447700900032',
  does: 'another person calls the app',
  read(words) {
    const [, from] = /^caller (\S+)$/.exec(words) ?? []
    return from === undefined ? undefined : { kind: 'caller', from }
  },
  write: ({ from }) => `caller ${from}`,
}

const call: ActOf<'call'> = {
  example: 'call 2 press 1',
  does: 'what the person of the second call does; "call 2 leg 1 answer": a leg of it',
  read(words) {
    const [, number, rest = ''] = /^call ([1-9]\d*) (.+)$/s.exec(words) ?? []
    if (number === undefined) return undefined
    const ofLeg = leg.read(rest)
    if (ofLeg) return { ...ofLeg, kind: 'call', call: Number(number) }
    const does = readAct(legWords, rest)
    return does && { kind: 'call', call: Number(number), does }
  },
  write({ call: number, leg: ofLeg, does }) {
    const rest = ofLeg === undefined ? '' : `leg ${ofLeg} `
    return `call ${number} ${rest}${writeAct(legWords, does)}`
  },
}

/** Every act of a script. */
export const callWords: WordsOf<CallAct> = {
  ...spokenWords,
  silence: phrase('silence', 'silence', 'is silent until a timeout ends'),
  wait,
  'hang-up': phrase('hang-up', 'hang up', 'hangs up', hangUpPattern),
  leg,
  caller,
  call,
  fault: faultWords,
  dial: phrase('dial', 'dial', 'the call begins; only faults stand before it'),
}
