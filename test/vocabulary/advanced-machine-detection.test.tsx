import { AdvancedMachineDetection, Connect, Phone, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import {
  type AdvancedMachineDetectionOptions,
  advancedMachineDetection,
} from '../../src/vocabulary/advanced-machine-detection'
import { error, issuesIn, issuesOf, judge, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const at = '/0/advancedMachineDetection'

const detecting: Frame<AdvancedMachineDetectionOptions> = {
  tsx: (options) => (
    <Connect from="447700900000">
      <Phone number="447700900001" />
      <AdvancedMachineDetection behavior="continue" {...options} />
    </Connect>
  ),
  ncco: (written) => [
    {
      action: 'connect',
      from: '447700900000',
      endpoint: [{ type: 'phone', number: '447700900001' }],
      advancedMachineDetection: { behavior: 'continue', ...written },
    },
  ],
}

const waiting: Frame<AdvancedMachineDetectionOptions> = {
  tsx: (options) => detecting.tsx({ mode: 'detect_beep', ...options }),
  ncco: (written) => detecting.ncco({ mode: 'detect_beep', ...written }),
}

describe('<AdvancedMachineDetection>', () => {
  testOptions<AdvancedMachineDetectionOptions>(advancedMachineDetection, at, detecting, {
    behavior: {
      writes: [
        ['continue', { behavior: 'continue' }],
        ['hangup', { behavior: 'hangup' }],
      ],
      refuses: [
        ['', { behavior: '' }, 'not-one-of', `${at}/behavior`],
        ['hang-up', { behavior: 'hang-up' }, 'not-one-of', `${at}/behavior`],
        [null, { behavior: null }, 'wrong-type', `${at}/behavior`],
      ],
      absent: ['missing-option', `${at}/behavior`],
    },
    mode: {
      writes: [
        ['default', { mode: 'default' }],
        ['detect', { mode: 'detect' }],
        ['detect_beep', { mode: 'detect_beep' }],
      ],
      refuses: [
        ['detect-beep', { mode: 'detect-beep' }, 'not-one-of', `${at}/mode`],
        [1, { mode: 1 }, 'wrong-type', `${at}/mode`],
      ],
    },
    beepTimeout: {
      in: waiting,
      writes: [
        [30, { beep_timeout: 30 }],
        [45, { beep_timeout: 45 }],
        [120, { beep_timeout: 120 }],
      ],
      refuses: [
        [29, { beep_timeout: 29 }, 'out-of-range', `${at}/beep_timeout`],
        [121, { beep_timeout: 121 }, 'out-of-range', `${at}/beep_timeout`],
        [45.5, { beep_timeout: 45.5 }, 'not-whole', `${at}/beep_timeout`],
        ['45', { beep_timeout: '45' }, 'wrong-type', `${at}/beep_timeout`],
      ],
    },
  })

  it('stands nowhere by itself', () => {
    const flow = [<Talk key="1">Hi</Talk>, <AdvancedMachineDetection key="2" behavior="hangup" />]
    expect(issuesOf(flow)).toStrictEqual([error('misplaced-element', '/1')])
  })
})

describe('the beep timeout of an <AdvancedMachineDetection>', () => {
  it.each([undefined, 'detect'] as const)('has no effect in mode %s', (mode) => {
    expect(issuesOf(detecting.tsx({ beepTimeout: 45, ...(mode && { mode }) }))).toStrictEqual([
      warning('beep-timeout-unused', `${at}/beep_timeout`),
    ])
  })

  it.each(['default', 'detect_beep'] as const)('has one in mode %s', (mode) => {
    expect(judge(detecting.tsx({ beepTimeout: 45, mode }))).toStrictEqual({
      ncco: detecting.ncco({ mode, beep_timeout: 45 }),
      issues: [],
    })
  })

  it('is not spelt in camel case in an NCCO', () => {
    const ncco = waiting.ncco({ beepTimeout: 45 })
    expect(issuesIn(ncco)).toStrictEqual([error('unknown-option', `${at}/beepTimeout`)])
  })
})
