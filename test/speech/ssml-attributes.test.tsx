import { type NccoElement, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import type { SsmlElements } from '../../src/element/intrinsic-elements'
import { ssmlTags } from '../../src/speech/ssml'
import { judge } from '../support/issues'

/** Every attribute of every tag, with every listed value; a value of a pattern may be added. */
type AttributeCases = {
  readonly [Tag in keyof SsmlElements]: {
    readonly [Name in Attribute<SsmlElements[Tag]>]: Case<AttributeValue<SsmlElements[Tag], Name>>
  }
}

interface Case<Value extends string> {
  tsx(value: Value): NccoElement
  readonly writes: { readonly [V in Value]: string }
}

type Attribute<Attributes> = Attributes extends unknown
  ? Exclude<keyof Attributes, 'children' | 'key'>
  : never

type AttributeValue<Attributes, Name> = Attributes extends unknown
  ? Name extends keyof Attributes
    ? Extract<Attributes[Name], string>
    : never
  : never

const attributes: AttributeCases = {
  break: {
    strength: {
      tsx: (strength) => <break strength={strength} />,
      writes: {
        none: "<break strength='none'/>",
        'x-weak': "<break strength='x-weak'/>",
        weak: "<break strength='weak'/>",
        medium: "<break strength='medium'/>",
        strong: "<break strength='strong'/>",
        'x-strong': "<break strength='x-strong'/>",
      },
    },
    time: {
      tsx: (time) => <break time={time} />,
      writes: {
        '0s': "<break time='0s'/>",
        '400ms': "<break time='400ms'/>",
        '1.5s': "<break time='1.5s'/>",
      },
    },
  },
  emphasis: {
    level: {
      tsx: (level) => <emphasis level={level}>now</emphasis>,
      writes: {
        strong: "<emphasis level='strong'>now</emphasis>",
        moderate: "<emphasis level='moderate'>now</emphasis>",
        reduced: "<emphasis level='reduced'>now</emphasis>",
      },
    },
  },
  lang: {
    'xml:lang': {
      tsx: (lang) => <lang xml:lang={lang}>word</lang>,
      writes: { 'fr-FR': "<lang xml:lang='fr-FR'>word</lang>" },
    },
    xmlLang: {
      tsx: (lang) => <lang xmlLang={lang}>word</lang>,
      writes: { 'fr-FR': "<lang xml:lang='fr-FR'>word</lang>" },
    },
  },
  p: {},
  phoneme: {
    alphabet: {
      tsx: (alphabet) => (
        <phoneme alphabet={alphabet} ph="x">
          word
        </phoneme>
      ),
      writes: {
        ipa: "<phoneme alphabet='ipa' ph='x'>word</phoneme>",
        'x-sampa': "<phoneme alphabet='x-sampa' ph='x'>word</phoneme>",
      },
    },
    ph: {
      tsx: (ph) => (
        <phoneme alphabet="ipa" ph={ph}>
          word
        </phoneme>
      ),
      writes: {
        pɪˈkɑːn: "<phoneme alphabet='ipa' ph='pɪˈkɑːn'>word</phoneme>",
        '"pi.kA:n': "<phoneme alphabet='ipa' ph='\"pi.kA:n'>word</phoneme>",
      },
    },
  },
  prosody: {
    volume: {
      tsx: (volume) => <prosody volume={volume}>word</prosody>,
      writes: {
        default: "<prosody volume='default'>word</prosody>",
        silent: "<prosody volume='silent'>word</prosody>",
        'x-soft': "<prosody volume='x-soft'>word</prosody>",
        soft: "<prosody volume='soft'>word</prosody>",
        medium: "<prosody volume='medium'>word</prosody>",
        loud: "<prosody volume='loud'>word</prosody>",
        'x-loud': "<prosody volume='x-loud'>word</prosody>",
        '+6dB': "<prosody volume='+6dB'>word</prosody>",
        '-12dB': "<prosody volume='-12dB'>word</prosody>",
      },
    },
    rate: {
      tsx: (rate) => <prosody rate={rate}>word</prosody>,
      writes: {
        'x-slow': "<prosody rate='x-slow'>word</prosody>",
        slow: "<prosody rate='slow'>word</prosody>",
        medium: "<prosody rate='medium'>word</prosody>",
        fast: "<prosody rate='fast'>word</prosody>",
        'x-fast': "<prosody rate='x-fast'>word</prosody>",
      },
    },
    pitch: {
      tsx: (pitch) => <prosody pitch={pitch}>word</prosody>,
      writes: {
        default: "<prosody pitch='default'>word</prosody>",
        'x-low': "<prosody pitch='x-low'>word</prosody>",
        low: "<prosody pitch='low'>word</prosody>",
        medium: "<prosody pitch='medium'>word</prosody>",
        high: "<prosody pitch='high'>word</prosody>",
        'x-high': "<prosody pitch='x-high'>word</prosody>",
        '+10%': "<prosody pitch='+10%'>word</prosody>",
        '-5%': "<prosody pitch='-5%'>word</prosody>",
      },
    },
  },
  s: {},
  'say-as': {
    'interpret-as': {
      tsx: (as) => <say-as interpret-as={as}>12</say-as>,
      writes: {
        character: "<say-as interpret-as='character'>12</say-as>",
        cardinal: "<say-as interpret-as='cardinal'>12</say-as>",
        ordinal: "<say-as interpret-as='ordinal'>12</say-as>",
        digits: "<say-as interpret-as='digits'>12</say-as>",
        fraction: "<say-as interpret-as='fraction'>12</say-as>",
        unit: "<say-as interpret-as='unit'>12</say-as>",
        date: "<say-as interpret-as='date'>12</say-as>",
        time: "<say-as interpret-as='time'>12</say-as>",
        expletive: "<say-as interpret-as='expletive'>12</say-as>",
        telephone: "<say-as interpret-as='telephone'>12</say-as>",
        address: "<say-as interpret-as='address'>12</say-as>",
      },
    },
    format: {
      tsx: (format) => (
        <say-as interpret-as="date" format={format}>
          12
        </say-as>
      ),
      writes: {
        mdy: "<say-as interpret-as='date' format='mdy'>12</say-as>",
        dmy: "<say-as interpret-as='date' format='dmy'>12</say-as>",
        ymd: "<say-as interpret-as='date' format='ymd'>12</say-as>",
        md: "<say-as interpret-as='date' format='md'>12</say-as>",
        dm: "<say-as interpret-as='date' format='dm'>12</say-as>",
        ym: "<say-as interpret-as='date' format='ym'>12</say-as>",
        my: "<say-as interpret-as='date' format='my'>12</say-as>",
        d: "<say-as interpret-as='date' format='d'>12</say-as>",
        m: "<say-as interpret-as='date' format='m'>12</say-as>",
        y: "<say-as interpret-as='date' format='y'>12</say-as>",
        yyyymmdd: "<say-as interpret-as='date' format='yyyymmdd'>12</say-as>",
      },
    },
  },
  speak: {},
  sub: {
    alias: {
      tsx: (alias) => <sub alias={alias}>W3C</sub>,
      writes: {
        Consortium: "<sub alias='Consortium'>W3C</sub>",
        '': "<sub alias=''>W3C</sub>",
      },
    },
  },
}

const cases = Object.entries<Record<string, Case<string>>>(attributes).flatMap(([tag, ofTag]) =>
  Object.entries(ofTag).map(([name, { tsx, writes }]) => ({ tag, name, tsx, writes })),
)

describe.each(cases)('<$tag $name>', ({ tag, name, tsx, writes }) => {
  it.each(Object.entries(writes))('writes %j as %s', (value, written) => {
    expect(judge(<Talk>{tsx(value)}</Talk>)).toStrictEqual({
      ncco: [{ action: 'talk', text: `<speak>${written}</speak>` }],
      issues: [],
    })
  })

  it('has a case for every value of its table', () => {
    const spelt = name === 'xmlLang' ? 'xml:lang' : name
    const { values = [] } = ssmlTags[tag]?.attributes[spelt] ?? {}
    expect(Object.keys(writes)).toStrictEqual(expect.arrayContaining([...values]))
  })
})
