import { type NccoNode, Record, Stream, Talk } from 'ncco-jsx'
import { Choice, Keys, Menu, type MenuProps, StartOver, Stop, useAnswers } from 'ncco-jsx/dialog'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { listening } from './listening'

function Departments(props: Partial<MenuProps>) {
  return (
    <>
      <Talk>Welcome.</Talk>
      <Menu prompt="For sales, press 1. For support, press 2." {...props}>
        <Choice digit="1">
          <Talk>Sales.</Talk>
        </Choice>
        <Choice digit="2">
          <Talk>Support.</Talk>
        </Choice>
      </Menu>
      <Talk>Goodbye.</Talk>
    </>
  )
}

const prompt = 'For sales, press 1. For support, press 2.'

describe('<Menu>', () => {
  it('goes on with what stands in the choice, then after the menu', async () => {
    const call = await dial(<Departments />)
    expect(call.heard).toStrictEqual(['Welcome.', prompt])
    await call.press('2')
    expect(call.heard).toStrictEqual(['Welcome.', prompt, 'Support.', 'Goodbye.'])
    expect(call.ended).toMatchObject({ reason: 'completed' })
  })

  it('listens for one key, and a key interrupts its prompt', async () => {
    const call = await dial(<Departments timeOut={5} />)
    expect(listening(call)).toStrictEqual({ type: ['dtmf'], dtmf: { maxDigits: 1, timeOut: 5 } })
    expect(call.timeline.filter(({ type }) => type === 'action').at(-1)).toMatchObject({
      does: 'listens for keys',
    })
  })

  it('says its prompt to the end if nothing may interrupt it', async () => {
    const call = await dial(<Departments bargeIn={false} />, { pace: 'manual' })
    await call.wait(2)
    await expect(call.press('1')).rejects.toMatchObject({ code: 'key-unheard' })
  })

  it('says its words, then the prompt, when nothing or something wrong comes', async () => {
    const call = await dial(
      <Departments noInput="I did not hear anything." noMatch="That is not one of the choices." />,
    )
    await call.wait(3)
    await call.press('7')
    expect(call.heard.slice(1)).toStrictEqual([
      prompt,
      'I did not hear anything.',
      prompt,
      'That is not one of the choices.',
      prompt,
    ])
  })

  it('goes on after the menu when its attempts are used up', async () => {
    const call = await dial(<Departments />)
    await call.press('7')
    await call.wait(3)
    await call.press('8')
    expect(call.heard).toStrictEqual(['Welcome.', prompt, prompt, prompt, 'Goodbye.'])
  })

  it('goes on with what stands in otherwise', async () => {
    const call = await dial(<Departments attempts={1} otherwise={<Talk>A person answers.</Talk>} />)
    await call.press('7')
    expect(call.heard).toStrictEqual(['Welcome.', prompt, 'A person answers.', 'Goodbye.'])
  })

  it('lets words change with the counts, which are apart', async () => {
    const call = await dial(
      <Departments
        attempts={4}
        prompt={({ attempt }) => (attempt === 1 ? 'Long prompt.' : 'Short prompt.')}
        noInput={({ noInput, noMatch }) => `Silence ${noInput}, wrong ${noMatch}.`}
        noMatch={async ({ noInput, noMatch, attempt }) =>
          `Wrong ${noMatch}, silence ${noInput}, attempt ${attempt}.`
        }
      />,
    )
    await call.press('7')
    await call.wait(3)
    await call.press('8')
    expect(call.heard).toStrictEqual([
      'Welcome.',
      'Long prompt.',
      'Wrong 1, silence 0, attempt 2.',
      'Short prompt.',
      'Silence 1, wrong 1.',
      'Short prompt.',
      'Wrong 2, silence 1, attempt 4.',
      'Short prompt.',
    ])
  })

  it('says the prompt again at the key for it, and counts nothing', async () => {
    const call = await dial(<Departments repeat="*" attempts={1} />)
    await call.press('*')
    await call.press('*')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Welcome.', prompt, prompt, prompt, 'Sales.', 'Goodbye.'])
  })

  it('takes its choices from components, fragments and promises', async () => {
    const One = () => (
      <Choice digit="1">
        <Talk>One.</Talk>
      </Choice>
    )
    const Later = async ({ children }: { children: NccoNode }) => children
    const call = await dial(
      <Menu prompt="Which?">
        <One />
        <>
          <Later>
            <Choice digit="2">
              <Talk>Two.</Talk>
            </Choice>
          </Later>
        </>
      </Menu>,
    )
    await call.press('2')
    expect(call.heard).toStrictEqual(['Which?', 'Two.'])
  })

  it('can stand in the choice of another', async () => {
    const call = await dial(
      <Menu prompt="Outer?">
        <Choice digit="1">
          <Menu prompt="Inner?">
            <Choice digit="1">
              <Talk>Inside.</Talk>
            </Choice>
          </Menu>
          <Talk>After the inner one.</Talk>
        </Choice>
      </Menu>,
    )
    await call.press('1')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Outer?', 'Inner?', 'Inside.', 'After the inner one.'])
  })

  it('tells menus without a name apart that have the same choices', async () => {
    const Again = ({ prompt: question }: { prompt: string }) => (
      <Menu prompt={question}>
        <Choice digit="1">
          <Talk>Yes.</Talk>
        </Choice>
      </Menu>
    )
    const call = await dial([<Again prompt="First?" />, <Again prompt="Second?" />])
    await call.press('1')
    await call.press('1')
    expect(call.heard).toStrictEqual(['First?', 'Yes.', 'Second?', 'Yes.'])
  })

  it('gives the value of its choice to useAnswers if it has a name', async () => {
    const Chosen = () => <Talk>{JSON.stringify(useAnswers())}</Talk>
    const call = await dial(
      <>
        <Menu name="colour" prompt="Colour?">
          <Choice digit="1" value="red" />
          <Choice digit="2" />
        </Menu>
        <Menu name="shape" prompt="Shape?">
          <Choice digit="1" phrases={['a circle']} />
        </Menu>
        <Chosen />
      </>,
    )
    await call.press('1')
    await call.press('1')
    expect(call.heard.at(-1)).toBe('{"colour":"red","shape":"1"}')
  })

  it('takes audio, elements and components as its words', async () => {
    const Words = () => 'spoken by a component'
    const Spoken = () => <Talk>a talk of its own</Talk>
    const call = await dial(
      <Menu
        prompt={
          <>
            Before <break time="1s" /> audio
            <Stream streamUrl="https://example.com/menu.mp3" />
            <Words />
            <Spoken />
          </>
        }
      >
        <Choice digit="1" />
      </Menu>,
    )
    expect(call.heard).toStrictEqual([
      'Before audio',
      'https://example.com/menu.mp3',
      'spoken by a component',
      'a talk of its own',
    ])
  })

  it('takes nothing else that a key cannot interrupt', async () => {
    const record = <Menu prompt={<Record />}>{<Choice digit="1" />}</Menu>
    await expect(dial(record)).rejects.toMatchObject({
      code: 'bad-question',
      message: expect.stringContaining(
        'The words of <Menu> must be text, SSML, <Talk> and <Stream>',
      ),
    })
  })

  it('says the prompt again at no key of its choices', async () => {
    const both = (
      <Menu prompt="Which?" repeat="1">
        <Choice digit="1" />
      </Menu>
    )
    await expect(dial(both)).rejects.toMatchObject({
      code: 'bad-question',
      message: expect.stringContaining('repeat of <Menu> must be another key'),
    })
  })

  it('says nothing where words are empty', async () => {
    const Nothing = () => null
    const call = await dial(<Departments noMatch={<Nothing />} noInput="" />)
    await call.press('7')
    await call.wait(3)
    expect(call.heard).toStrictEqual(['Welcome.', prompt, prompt, prompt])
  })
})

describe('<Menu> with phrases', () => {
  const Spoken = (props: Partial<MenuProps>) => (
    <Menu prompt="Where to?" noMatch="Sorry?" {...props}>
      <Choice phrases={['sales', 'buy something']}>
        <Talk>Sales.</Talk>
      </Choice>
      <Choice digit="2" phrases={['Café', 'after sales']}>
        <Talk>Café.</Talk>
      </Choice>
    </Menu>
  )

  it('listens for keys and speech, with its phrases as context', async () => {
    const call = await dial(<Spoken speech={{ language: 'fr-FR', confidence: 0.4 }} />)
    expect(listening(call)).toStrictEqual({
      type: ['dtmf', 'speech'],
      dtmf: { maxDigits: 1 },
      speech: { language: 'fr-FR', context: ['sales', 'buy something', 'Café', 'after sales'] },
    })
  })

  it('listens for speech only if no choice has a digit', async () => {
    const call = await dial(
      <Menu prompt="Ready?" timeOut={20}>
        <Choice phrases={['yes']} />
      </Menu>,
    )
    expect(listening(call)).toStrictEqual({
      type: ['speech'],
      speech: { startTimeout: 20, context: ['yes'] },
    })
  })

  it.each([
    ['SALES!', 'Sales.'],
    ['the cafe, please', 'Café.'],
    ['I want to buy something', 'Sales.'],
    ['after sales', 'Café.'],
  ])('takes “%s”', async (said, heard) => {
    const call = await dial(<Spoken />)
    await call.say(said)
    expect(call.heard.at(-1)).toBe(heard)
  })

  it.each([['sales or the café'], ['wholesales'], ['nothing of it']])(
    'does not take “%s”',
    async (said) => {
      const call = await dial(<Spoken />)
      await call.say(said)
      expect(call.heard).toStrictEqual(['Where to?', 'Sorry?', 'Where to?'])
    },
  )

  it('takes no result that is less sure than it asks for', async () => {
    const call = await dial(<Spoken speech={{ confidence: 0.6 }} />)
    await call.say('sales', { confidence: 0.5 })
    expect(call.heard.slice(1)).toStrictEqual(['Sorry?', 'Where to?'])
    await call.say('sales', { confidence: 0.6 })
    expect(call.heard.at(-1)).toBe('Sales.')
  })
})

describe('<Stop>', () => {
  it('ends the flow where it stands', async () => {
    const call = await dial(
      <>
        <Menu prompt="Stay?">
          <Choice digit="1">
            <Talk>The end.</Talk>
            <Stop />
            <Talk>Never.</Talk>
          </Choice>
        </Menu>
        <Talk>Never either.</Talk>
      </>,
    )
    await call.press('1')
    expect(call.heard).toStrictEqual(['Stay?', 'The end.'])
  })
})

describe('<StartOver>', () => {
  it('begins the flow again, without its answers', async () => {
    const Answered = () => <Talk>{JSON.stringify(useAnswers())}</Talk>
    const call = await dial(
      <>
        <Talk>Welcome.</Talk>
        <Menu name="where" prompt="Where to?">
          <Choice digit="1" value="on" />
          <Choice digit="9" value="back" />
        </Menu>
        <Answered />
        <Menu name="again" prompt="Again?">
          <Choice digit="1">
            <StartOver />
          </Choice>
          <Choice digit="2" />
        </Menu>
      </>,
    )
    await call.press('1')
    await call.press('1')
    await call.press('9')
    await call.press('2')
    expect(call.heard).toStrictEqual([
      'Welcome.',
      'Where to?',
      '{"where":"on"}',
      'Again?',
      'Welcome.',
      'Where to?',
      '{"where":"back"}',
      'Again?',
    ])
  })
})

describe('<Keys>', () => {
  const Shop = ({ children }: { children?: NccoNode }) => (
    <Keys on={{ '0': <Talk>A person answers.</Talk>, '*': <StartOver /> }}>
      <Talk>Welcome.</Talk>
      <Menu prompt="Which?" attempts={1}>
        <Choice digit="1">
          <Talk>One.</Talk>
        </Choice>
        {children}
      </Menu>
      <Menu prompt="And then?">
        <Choice digit="1" />
      </Menu>
      <Talk>After.</Talk>
    </Keys>
  )

  it('leave any question for what stands at the key, and nothing follows', async () => {
    const call = await dial(<Shop />)
    await call.press('1')
    await call.press('0')
    expect(call.heard).toStrictEqual([
      'Welcome.',
      'Which?',
      'One.',
      'And then?',
      'A person answers.',
    ])
  })

  it('hold no more where nothing stands at them', async () => {
    const call = await dial(
      <Keys on={{ '0': <Talk>A person answers.</Talk>, '9': false }}>
        <Keys on={{ '0': undefined }}>
          <Menu prompt="Which?" noMatch="No.">
            <Choice digit="1" />
          </Menu>
        </Keys>
      </Keys>,
    )
    await call.press('0')
    await call.press('9')
    expect(call.heard).toStrictEqual(['Which?', 'No.', 'Which?', 'No.', 'Which?'])
  })

  it('can begin the flow again', async () => {
    const call = await dial(<Shop />)
    await call.press('1')
    await call.press('*')
    expect(call.heard.slice(-2)).toStrictEqual(['Welcome.', 'Which?'])
  })

  it('hold unless the question takes the key itself', async () => {
    const call = await dial(
      <Shop>
        <Choice digit="0">
          <Talk>Nought.</Talk>
        </Choice>
      </Shop>,
    )
    await call.press('0')
    expect(call.heard).toStrictEqual(['Welcome.', 'Which?', 'Nought.', 'And then?'])
  })

  it('hold at questions that are asked by what stands at a key', async () => {
    const Operator = () => (
      <>
        <Menu prompt="Really?">
          <Choice digit="1">
            <Talk>Ringing.</Talk>
          </Choice>
        </Menu>
        <Talk>Done.</Talk>
      </>
    )
    const call = await dial(
      <Keys on={{ '0': <Operator /> }}>
        <Menu prompt="Which?">
          <Choice digit="1" />
        </Menu>
        <Talk>After.</Talk>
      </Keys>,
    )
    await call.press('0')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Which?', 'Really?', 'Ringing.', 'Done.'])
  })
})
