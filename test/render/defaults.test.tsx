import { Dtmf, Input, render, renderToString, Speech, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { provideDefaults } from '../../src/render/defaults'

describe('defaults for elements', () => {
  const defaults = { Talk: { language: 'en-GB' }, Speech: { language: 'en-GB' } }

  it('reach actions and what stands inside them, drafted or not', () => {
    const flow = provideDefaults(defaults, [
      <Talk>Hello</Talk>,
      <Input>
        <Dtmf maxDigits={1} />
        <Speech />
      </Input>,
      <Talk language="fr-FR">Bonjour</Talk>,
    ])
    const ncco = [
      { action: 'talk', text: 'Hello', language: 'en-GB' },
      {
        action: 'input',
        type: ['dtmf', 'speech'],
        dtmf: { maxDigits: 1 },
        speech: { language: 'en-GB' },
      },
      { action: 'talk', text: 'Bonjour', language: 'fr-FR' },
    ]
    expect(render(flow)).toStrictEqual(ncco)
    expect(renderToString(flow)).toBe(JSON.stringify(ncco))
  })
})
