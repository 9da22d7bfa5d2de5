import { Stream, Talk } from 'ncco-jsx'
import { Ask, Choice, Keys, Menu, type MenuProps, StartOver, Stop, Voice } from 'ncco-jsx/dialog'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { listening } from './listening'

// The numbers are those of the sections of VoiceXML 2.0, which 2.1 keeps. docs/dialogs.md has the table.

const Drinks = (props: Partial<MenuProps>) => (
  <>
    <Menu prompt="Coffee or tea?" noInput="Silence." noMatch="Wrong." {...props}>
      <Choice digit="1" phrases={['coffee', 'a cup of coffee']}>
        <Talk>Coffee.</Talk>
      </Choice>
      <Choice digit="2" phrases={['tea']}>
        <Talk>Tea.</Talk>
      </Choice>
    </Menu>
    <Talk>Done.</Talk>
  </>
)

const prompt = 'Coffee or tea?'

/** What a caller hears in answer to what they do at the first prompt. */
const answered = (heard: readonly string[]) => heard.slice(heard.indexOf(prompt) + 1)

describe('VoiceXML’s rule of', () => {
  it('<menu> and <choice> (2.2): the content of the chosen one runs, by key or by phrase', async () => {
    const byKey = await dial(<Drinks />)
    await byKey.press('2')
    expect(answered(byKey.heard)).toStrictEqual(['Tea.', 'Done.'])
    const bySpeech = await dial(<Drinks />)
    await bySpeech.say('tea')
    expect(answered(bySpeech.heard)).toStrictEqual(['Tea.', 'Done.'])
  })

  it('<menu dtmf> (2.2), differently: choices get no keys by their order', async () => {
    const call = await dial(
      <Menu prompt={prompt}>
        <Choice phrases={['coffee']} />
        <Choice phrases={['tea']} />
      </Menu>,
    )
    expect(listening(call)?.type).toStrictEqual(['speech'])
  })

  it('<field> (2.3.1): what is filled runs once the field has its value', async () => {
    const call = await dial(
      <Ask name="size" digits={1} prompt="Size?">
        {(size) => <Talk>Size {size}.</Talk>}
      </Ask>,
    )
    await call.press('3')
    expect(call.heard).toStrictEqual(['Size?', 'Size 3.'])
  })

  it('the shadow variables inputmode and confidence (2.3.1): how an answer was given', async () => {
    const call = await dial(
      <Ask name="city" speech prompt="City?">
        {(city, { by, confidence }) => (
          <Talk>
            {city} {by} {confidence}
          </Talk>
        )}
      </Ask>,
    )
    await call.say('Rome', { confidence: 0.5 })
    expect(call.heard[1]).toBe('Rome speech 0.5')
  })

  it('noinput and nomatch (5.2.6): each has its own words', async () => {
    const call = await dial(<Drinks />)
    await call.wait(10)
    await call.say('water')
    expect(answered(call.heard)).toStrictEqual(['Silence.', prompt, 'Wrong.', prompt])
  })

  it('event counts (5.2.2): silence and wrong answers are counted apart', async () => {
    const words: MenuProps['noMatch'] = ({ noInput, noMatch }) => `${noInput} and ${noMatch}.`
    const call = await dial(<Drinks attempts={4} noInput={words} noMatch={words} />)
    await call.press('9')
    await call.wait(10)
    await call.press('9')
    expect(answered(call.heard)).toStrictEqual([
      '0 and 1.',
      prompt,
      '1 and 1.',
      prompt,
      '1 and 2.',
      prompt,
    ])
  })

  it('event counts (5.2.2): they begin anew at the next question', async () => {
    const call = await dial([<Drinks attempts={2} />, <Drinks attempts={2} />])
    await call.press('9')
    await call.press('1')
    await call.press('9')
    await call.press('1')
    expect(call.heard.filter((words) => words === 'Coffee.')).toStrictEqual(['Coffee.', 'Coffee.'])
  })

  it('<reprompt> (5.3.6), differently: the prompt is always said again', async () => {
    const call = await dial(<Drinks noMatch={undefined} />)
    await call.press('9')
    expect(answered(call.heard)).toStrictEqual([prompt])
  })

  it('repeated events (5.2.5), differently: they end after three attempts, not never', async () => {
    const call = await dial(<Drinks />)
    await call.press('9')
    await call.wait(10)
    await call.press('9')
    expect(answered(call.heard)).toStrictEqual(['Wrong.', prompt, 'Silence.', prompt, 'Done.'])
  })

  it('tapered prompts (4.1.6): words depend on the number of the prompt', async () => {
    const call = await dial(
      <Drinks
        attempts={4}
        noMatch={undefined}
        prompt={({ attempt }) => (attempt < 3 ? 'Long.' : 'Short.')}
      />,
    )
    await call.press('9')
    await call.press('9')
    await call.press('9')
    expect(call.heard).toStrictEqual(['Long.', 'Long.', 'Short.', 'Short.'])
  })

  it('bargein (4.1.5): a key interrupts a prompt unless it may not', async () => {
    const call = await dial(<Drinks />, { pace: 'manual' })
    await call.press('1')
    await call.wait(5)
    expect(call.heard).toStrictEqual(['…', 'Coffee.', 'Done.'])
    const calm = await dial(<Drinks bargeIn={false} />, { pace: 'manual' })
    await expect(calm.press('1')).rejects.toMatchObject({ code: 'key-unheard' })
  })

  it('audio (4.1.3): a prompt can be a recording', async () => {
    const call = await dial(<Drinks prompt={<Stream streamUrl="https://example.com/ask.mp3" />} />)
    await call.press('1')
    expect(call.heard[0]).toBe('https://example.com/ask.mp3')
  })

  it('xml:lang (4.1): prompts and recognisers take the language around', async () => {
    const call = await dial(
      <Voice language="en-GB">
        <Drinks />
      </Voice>,
    )
    expect(listening(call)?.speech).toMatchObject({ language: 'en-GB' })
  })

  it('timeout (6.3.4): how long silence lasts before it is no input', async () => {
    const call = await dial(<Drinks timeOut={2} />)
    await call.wait(1.9)
    expect(answered(call.heard)).toStrictEqual([])
    await call.wait(0.2)
    expect(answered(call.heard)).toStrictEqual(['Silence.', prompt])
  })

  const Code = () => (
    <Ask name="code" digits={{ min: 2, max: 4, terminator: '#' }} prompt="Code?" noMatch="Wrong.">
      {(code) => <Talk>Code {code}.</Talk>}
    </Ask>
  )

  it('termchar (6.3.3): it ends an entry and is no part of it', async () => {
    const call = await dial(<Code />)
    await call.press('12#')
    expect(call.heard[1]).toBe('Code 12.')
  })

  it('termchar (6.3.3), differently: there is none unless the question names it', async () => {
    const call = await dial(<Ask name="code" digits={4} prompt="Code?" noMatch="Wrong." />)
    await call.press('12#')
    await call.wait(3)
    expect(call.heard[1]).toBe('Wrong.')
  })

  it('termtimeout (6.3.3): an entry that is full ends at once', async () => {
    const call = await dial(<Code />)
    await call.press('1234')
    expect(call.heard[1]).toBe('Code 1234.')
  })

  it('interdigittimeout (6.3.3), differently: it is the timeout', async () => {
    const call = await dial(<Code />)
    await call.press('12')
    await call.wait(2.9)
    expect(call.heard).toStrictEqual(['Code?'])
    await call.wait(0.2)
    expect(call.heard[1]).toBe('Code 12.')
  })

  it('termchar before any key (Appendix D): it is a wrong answer where nothing is none', async () => {
    const call = await dial(<Code />)
    await call.press('#')
    expect(call.heard.slice(1)).toStrictEqual(['Wrong.', 'Code?'])
  })

  it('confidencelevel (6.3.2), differently: nothing is too unsure unless the question says so', async () => {
    const call = await dial(<Drinks />)
    await call.say('tea', { confidence: 0.1 })
    expect(answered(call.heard)[0]).toBe('Tea.')
    const strict = await dial(<Drinks speech={{ confidence: 0.5 }} />)
    await strict.say('tea', { confidence: 0.4 })
    expect(answered(strict.heard)[0]).toBe('Wrong.')
  })

  it('accept="approximate" (2.2.5): a part of a phrase is enough, and a whole phrase goes before it', async () => {
    const part = await dial(<Drinks />)
    await part.say('cup')
    expect(answered(part.heard)[0]).toBe('Coffee.')
    const whole = await dial(
      <Menu prompt={prompt}>
        <Choice phrases={['tea']}>
          <Talk>Tea.</Talk>
        </Choice>
        <Choice phrases={['green tea']}>
          <Talk>Green.</Talk>
        </Choice>
      </Menu>,
    )
    await whole.say('tea')
    expect(answered(whole.heard)).toStrictEqual(['Tea.'])
  })

  it('two choices that fit equally (2.2.5), differently: they are no match, not the first', async () => {
    const call = await dial(<Drinks />)
    await call.say('coffee or tea')
    expect(answered(call.heard)[0]).toBe('Wrong.')
  })

  it('<link> (2.5): a key leaves any question, and nothing follows', async () => {
    const call = await dial(
      <Keys on={{ '0': <Talk>A person.</Talk> }}>
        <Drinks />
      </Keys>,
    )
    await call.press('0')
    expect(call.heard).toStrictEqual([prompt, 'A person.'])
  })

  it('the universal “help” (6.3.6), differently: a key repeats the prompt and counts nothing', async () => {
    const call = await dial(<Drinks repeat="*" attempts={1} />)
    await call.press('*')
    await call.press('1')
    expect(answered(call.heard)).toStrictEqual([prompt, 'Coffee.', 'Done.'])
  })

  it('<exit> (5.3.9), differently: what the platform has still to do goes on', async () => {
    const call = await dial(
      <>
        <Menu prompt={prompt}>
          <Choice digit="1">
            <Talk>Coffee.</Talk>
            <Stop />
          </Choice>
        </Menu>
        <Talk>Done.</Talk>
      </>,
    )
    await call.press('1')
    expect(call.heard).toStrictEqual([prompt, 'Coffee.'])
    expect(call.ended?.reason).toBe('completed')
  })

  it('<clear> (5.3.3) and <goto> the start: answers are forgotten, and all is asked again', async () => {
    const call = await dial(
      <>
        <Ask name="size" digits={1} prompt="Size?" />
        <Menu prompt={prompt}>
          <Choice digit="9">
            <StartOver />
          </Choice>
        </Menu>
      </>,
    )
    await call.press('1')
    await call.press('9')
    expect(call.heard).toStrictEqual(['Size?', prompt, 'Size?'])
  })
})

describe('n-best (6.3.6 maxnbest)', () => {
  it('is used by a menu: the first result that fits a choice decides', async () => {
    const { createVoiceApp } = await import('ncco-jsx/serve')
    const { got, posted, read, secret } = await import('../support/requests')
    const { answerWebhook, inputWebhook } = await import('../support/webhooks')
    const app = createVoiceApp({
      answer: () => <Drinks />,
      secret,
      signature: false,
      development: false,
    })
    const [, ncco] = await read(app.fetch(got('/answer', answerWebhook)))
    const url = new URL((ncco as { eventUrl?: [string] }[]).at(-1)?.eventUrl?.[0] ?? '')
    const results = [
      { text: 'key', confidence: '0.8' },
      { text: 'tea', confidence: '0.6' },
      { text: 'coffee', confidence: '0.5' },
    ]
    const heard = { ...inputWebhook, dtmf: { digits: null, timed_out: false }, speech: { results } }
    const [, answer] = await read(app.fetch(posted(url.pathname + url.search, heard)))
    expect(answer).toMatchObject([{ text: 'Tea.' }, { text: 'Done.' }])
  })
})
