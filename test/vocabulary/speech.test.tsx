import { check, Input, Speech } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type SpeechOptions, speech } from '../../src/vocabulary/speech'
import { flagAt, jsonAt } from '../support/cases'
import { error, issuesOf, judge, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const at = '/0/speech'
const uuid = 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab'

const said: Frame<SpeechOptions> = {
  tsx: (options) => (
    <Input>
      <Speech {...options} />
    </Input>
  ),
  ncco: (written) => [
    {
      action: 'input',
      type: ['speech'],
      ...(Object.keys(written).length > 0 && { speech: written }),
    },
  ],
}

const byGoogle: Frame<SpeechOptions> = {
  tsx: (options) => said.tsx({ provider: 'google', ...options }),
  ncco: (written) => said.ncco({ provider: 'google', ...written }),
}

describe('<Speech>', () => {
  testOptions<SpeechOptions>(speech, at, said, {
    uuid: {
      writes: [[uuid, { uuid: [uuid] }]],
      refuses: [
        [[uuid], { uuid: [[uuid]] }, 'wrong-type', `${at}/uuid/0`],
        [7, { uuid: [7] }, 'wrong-type', `${at}/uuid/0`],
      ],
      refusesJson: [
        [{ uuid }, 'not-an-array', `${at}/uuid`],
        [{ uuid: [] }, 'not-exactly-one', `${at}/uuid`],
        [{ uuid: [uuid, uuid] }, 'not-exactly-one', `${at}/uuid`],
      ],
    },
    endOnSilence: {
      writes: [
        [0.4, { endOnSilence: 0.4 }],
        [1.5, { endOnSilence: 1.5 }],
        [10, { endOnSilence: 10 }],
      ],
      refuses: [
        [0.39, { endOnSilence: 0.39 }, 'out-of-range', `${at}/endOnSilence`],
        [10.1, { endOnSilence: 10.1 }, 'out-of-range', `${at}/endOnSilence`],
        ['2', { endOnSilence: '2' }, 'wrong-type', `${at}/endOnSilence`],
      ],
    },
    language: {
      writes: [
        ['en-GB', { language: 'en-GB' }],
        ['EN-gb', { language: 'EN-gb' }],
      ],
      warns: [
        ['en-XX', { language: 'en-XX' }, 'unknown-language', `${at}/language`],
        ['', { language: '' }, 'unknown-language', `${at}/language`],
      ],
      refuses: [[['en-GB'], { language: ['en-GB'] }, 'wrong-type', `${at}/language`]],
    },
    context: {
      writes: [
        [[], { context: [] }],
        [['sales', ''], { context: ['sales', ''] }],
      ],
      refuses: [
        ['sales', { context: 'sales' }, 'wrong-type', `${at}/context`],
        [['sales', 1], { context: ['sales', 1] }, 'wrong-type', `${at}/context/1`],
      ],
    },
    startTimeout: {
      writes: [
        [1, { startTimeout: 1 }],
        [60, { startTimeout: 60 }],
      ],
      refuses: [
        [0, { startTimeout: 0 }, 'out-of-range', `${at}/startTimeout`],
        [61, { startTimeout: 61 }, 'out-of-range', `${at}/startTimeout`],
        ['10', { startTimeout: '10' }, 'wrong-type', `${at}/startTimeout`],
      ],
    },
    maxDuration: {
      writes: [
        [1, { maxDuration: 1 }],
        [60, { maxDuration: 60 }],
      ],
      refuses: [
        [0, { maxDuration: 0 }, 'out-of-range', `${at}/maxDuration`],
        [61, { maxDuration: 61 }, 'out-of-range', `${at}/maxDuration`],
        ['30', { maxDuration: '30' }, 'wrong-type', `${at}/maxDuration`],
      ],
    },
    saveAudio: flagAt(`${at}/saveAudio`),
    sensitivity: {
      writes: [
        [10, { sensitivity: 10 }],
        [100, { sensitivity: 100 }],
      ],
      refuses: [
        [9, { sensitivity: 9 }, 'out-of-range', `${at}/sensitivity`],
        [101, { sensitivity: 101 }, 'out-of-range', `${at}/sensitivity`],
        [50.5, { sensitivity: 50.5 }, 'not-whole', `${at}/sensitivity`],
        ['90', { sensitivity: '90' }, 'wrong-type', `${at}/sensitivity`],
      ],
    },
    provider: {
      writes: [['google', { provider: 'google' }]],
      warns: [
        ['deepgram', { provider: 'deepgram' }, 'undocumented-provider', `${at}/provider`],
        ['', { provider: '' }, 'undocumented-provider', `${at}/provider`],
      ],
      refuses: [[true, { provider: true }, 'wrong-type', `${at}/provider`]],
    },
    providerOptions: { in: byGoogle, ...jsonAt(`${at}/providerOptions`) },
  })

  it('writes only the type without settings', () => {
    expect(judge(said.tsx({}))).toStrictEqual({
      ncco: [{ action: 'input', type: ['speech'] }],
      issues: [],
    })
  })

  it('gives the options of a provider to one', () => {
    expect(issuesOf(said.tsx({ providerOptions: {} }))).toStrictEqual([
      warning('provider-options-alone', `${at}/providerOptions`),
    ])
    expect(issuesOf(byGoogle.tsx({ providerOptions: {} }))).toStrictEqual([])
  })

  it('is told which provider is documented', () => {
    const ncco = [...said.ncco({ provider: 'deepgram' }), ...said.ncco({ providerOptions: {} })]
    expect(check(ncco).map(({ message, remedy }) => [message, remedy])).toStrictEqual([
      [
        '"provider" of speech is another than "google", the only one that is documented.',
        'Write "provider": "google", or remove it for the default engine.',
      ],
      [
        'speech has "providerOptions" without a provider to read them.',
        'Add "provider": "google", or remove "providerOptions".',
      ],
    ])
  })

  it('stands nowhere by itself', () => {
    expect(issuesOf(<Speech />)).toStrictEqual([error('misplaced-element', '/0')])
  })
})
