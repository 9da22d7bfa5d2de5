import { Talk } from 'ncco-jsx'
import { Ask, type AskProps, Choice, Keys, Menu, useAnswers } from 'ncco-jsx/dialog'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { listening } from './listening'

const Pin = (props: Partial<AskProps>) => (
  <>
    <Ask name="pin" digits={4} prompt="Your PIN?" noMatch="Four digits, please." {...props}>
      {(pin, how) => (
        <Talk>
          {pin} by {how.by}, sure {String(how.confidence)}
        </Talk>
      )}
    </Ask>
    <Talk>After.</Talk>
  </>
)

/** A question that a key must not answer by accident. */
function OneOrOut() {
  return (
    <Menu prompt="Which?" attempts={1} otherwise={<Talk>Out.</Talk>}>
      <Choice digit="1">
        <Talk>One.</Talk>
      </Choice>
    </Menu>
  )
}

describe('<Ask> for digits', () => {
  it('gives the answer to its child and goes on after it', async () => {
    const call = await dial(<Pin />)
    expect(listening(call)).toStrictEqual({ type: ['dtmf'], dtmf: { maxDigits: 4 } })
    await call.press('1234')
    expect(call.heard).toStrictEqual(['Your PIN?', '1234 by keys, sure undefined', 'After.'])
  })

  it('goes on after it without a child', async () => {
    const call = await dial(
      <>
        <Ask name="guests" digits={1} prompt="How many?" />
        <Talk>Thank you.</Talk>
      </>,
    )
    await call.press('4')
    expect(call.heard).toStrictEqual(['How many?', 'Thank you.'])
  })

  it('takes neither fewer digits nor other keys', async () => {
    const call = await dial(<Pin />)
    await call.press('12')
    await call.wait(3)
    await call.press('12*4')
    expect(call.heard).toStrictEqual([
      'Your PIN?',
      'Four digits, please.',
      'Your PIN?',
      'Four digits, please.',
      'Your PIN?',
    ])
  })

  it('goes on with what stands in otherwise when its attempts are used up', async () => {
    const call = await dial(<Pin attempts={2} otherwise={<Talk>Goodbye.</Talk>} />)
    await call.wait(3)
    await call.wait(3)
    expect(call.heard).toStrictEqual(['Your PIN?', 'Your PIN?', 'Goodbye.', 'After.'])
  })

  const Amount = (props: Partial<AskProps>) => (
    <Pin digits={{ min: 2, max: 4, terminator: '#' }} {...props} />
  )

  it.each([
    ['the terminator', '12#', '12'],
    ['the most digits', '1234', '1234'],
  ])('ends at %s', async (_, keys, value) => {
    const call = await dial(<Amount />)
    expect(listening(call)?.dtmf).toStrictEqual({ maxDigits: 4, submitOnHash: true })
    await call.press(keys)
    expect(call.heard[1]).toBe(`${value} by keys, sure undefined`)
  })

  it('ends at silence', async () => {
    const call = await dial(<Amount />)
    await call.press('123')
    await call.wait(3)
    expect(call.heard[1]).toBe('123 by keys, sure undefined')
  })

  it('takes only a terminator for a wrong answer', async () => {
    const call = await dial(<Amount />)
    await call.press('#')
    expect(call.heard.slice(1)).toStrictEqual(['Four digits, please.', 'Your PIN?'])
  })

  it('is not answered by a terminator that comes by habit after the question before', async () => {
    const call = await dial(
      <>
        <Ask name="card" digits={{ max: 3, terminator: '#' }} prompt="Card?" />
        <OneOrOut />
      </>,
    )
    await call.press('123')
    await call.press('#')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Card?', 'Which?', 'Which?', 'One.'])
  })

  it('passes over such a terminator once', async () => {
    const call = await dial(
      <>
        <Ask name="card" digits={{ max: 3, terminator: '#' }} prompt="Card?" />
        <Menu prompt="Which?" attempts={1} otherwise={<Talk>Out.</Talk>}>
          <Choice digit="1" />
        </Menu>
      </>,
    )
    await call.press('123')
    await call.press('#')
    await call.press('#')
    expect(call.heard).toStrictEqual(['Card?', 'Which?', 'Which?', 'Out.'])
  })

  it('is not answered by a # that comes by habit after the last of its digits', async () => {
    const call = await dial(
      <>
        <Ask name="birthday" digits={8} prompt="Birthday?" />
        <OneOrOut />
      </>,
    )
    await call.press('01021990#')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Birthday?', '…', 'Which?', 'One.'])
  })

  it('leaves # to the next question if that takes it', async () => {
    const call = await dial(
      <>
        <Ask name="birthday" digits={8} prompt="Birthday?" />
        <Menu prompt="Which?">
          <Choice digit="#">
            <Talk>Hash.</Talk>
          </Choice>
        </Menu>
      </>,
    )
    await call.press('01021990#')
    expect(call.heard).toStrictEqual(['Birthday?', '…', 'Hash.'])
  })

  it('leaves # to a key that holds everywhere', async () => {
    const call = await dial(
      <Keys on={{ '#': <Talk>Operator.</Talk> }}>
        <Ask name="birthday" digits={8} prompt="Birthday?" confirm={() => 'Right?'} />
      </Keys>,
    )
    await call.press('01021990#')
    expect(call.heard).toStrictEqual(['Birthday?', '…', 'Operator.'])
  })

  it('says the prompt again at its key for that', async () => {
    const call = await dial(<Pin repeat="*" attempts={1} />)
    await call.press('*')
    await call.wait(3)
    await call.press('1234')
    expect(call.heard).toStrictEqual([
      'Your PIN?',
      'Your PIN?',
      '1234 by keys, sure undefined',
      'After.',
    ])
  })

  it('is left by a key that holds everywhere, pressed alone', async () => {
    const call = await dial(
      <Keys on={{ '0': <Talk>A person.</Talk> }}>
        <Pin />
      </Keys>,
    )
    await call.press('0')
    await call.wait(3)
    expect(call.heard).toStrictEqual(['Your PIN?', 'A person.'])
  })

  it('takes such a key as its first digit', async () => {
    const call = await dial(
      <Keys on={{ '0': <Talk>A person.</Talk> }}>
        <Pin />
      </Keys>,
    )
    await call.press('0123')
    expect(call.heard[1]).toBe('0123 by keys, sure undefined')
  })
})

describe('<Ask timeOut>', () => {
  const longer = 'For more time, ask more often: raise attempts, and let noInput say so.'

  it.each<[string, Partial<AskProps>, string, string]>([
    ['keys', { timeOut: 11 }, 'a whole number of seconds from 0 to 10', longer],
    ['keys', { timeOut: 2.5 }, 'a whole number of seconds from 0 to 10', 'Correct timeOut'],
    ['speech', { digits: undefined, speech: true, timeOut: 61 }, 'seconds from 1 to 60', longer],
    [
      'both',
      { speech: true, timeOut: 0 },
      'a whole number of seconds from 1 to 10',
      'Correct timeOut',
    ],
  ])('for %s refuses %o', async (_, props, expected, remedy) => {
    await expect(dial(<Pin {...props} />)).rejects.toMatchObject({
      code: 'bad-question',
      issues: [
        {
          message: `The timeOut of <Ask> must be ${expected}.`,
          remedy: expect.stringContaining(remedy),
        },
      ],
    })
  })
})

describe('<Ask check>', () => {
  it('refuses an answer, also late', async () => {
    const call = await dial(<Pin check={async (pin) => pin !== '0000'} />)
    await call.press('0000')
    await call.press('1234')
    expect(call.heard).toStrictEqual([
      'Your PIN?',
      'Four digits, please.',
      'Your PIN?',
      '1234 by keys, sure undefined',
      'After.',
    ])
  })

  it('says what it returns instead of the words for a wrong answer', async () => {
    const call = await dial(<Pin check={(pin) => pin < '2000' || 'Too high.'} />)
    await call.press('3000')
    await call.press('1000')
    expect(call.heard.slice(1)).toStrictEqual([
      'Too high.',
      'Your PIN?',
      '1000 by keys, sure undefined',
      'After.',
    ])
  })

  it('runs when the answer comes, not at later turns', async () => {
    const checked: string[] = []
    const check = (pin: string) => checked.push(pin) > 0
    const call = await dial([<Pin check={check} />, <Ask name="next" digits={1} prompt="Next?" />])
    await call.press('1234')
    await call.press('5')
    expect(checked).toStrictEqual(['1234'])
  })
})

describe('<Ask confirm>', () => {
  const Confirmed = (props: Partial<AskProps>) => (
    <Pin
      confirm={(pin) => (
        <>
          You keyed <say-as interpret-as="digits">{pin}</say-as>.
        </>
      )}
      otherwise={<Talk>Out.</Talk>}
      {...props}
    />
  )

  it('is not answered by a # that comes by habit after the last digit', async () => {
    const call = await dial(
      <Ask name="birthday" digits={8} prompt="Birthday?" confirm={(date) => `${date}?`}>
        {(date) => <Talk>Thank you for {date}.</Talk>}
      </Ask>,
    )
    await call.press('01021990#')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Birthday?', '…', '01021990?', 'Thank you for 01021990.'])
  })

  it('is refused by the second # after the last digit', async () => {
    const call = await dial(
      <Ask name="birthday" digits={8} prompt="Birthday?" confirm={(date) => `${date}?`} />,
    )
    await call.press('01021990##')
    expect(call.heard).toStrictEqual(['Birthday?', '…', '…', 'Birthday?'])
  })

  it('takes the answer at 1', async () => {
    const call = await dial(<Confirmed />)
    await call.press('1234')
    expect(listening(call)?.dtmf).toStrictEqual({ maxDigits: 1 })
    await call.press('1')
    expect(call.heard).toStrictEqual([
      'Your PIN?',
      'You keyed 1234.',
      '1234 by keys, sure undefined',
      'After.',
    ])
  })

  it('asks anew at anything else, at most twice', async () => {
    const call = await dial(<Confirmed />)
    await call.press('1111')
    await call.press('2')
    await call.press('2222')
    await call.wait(3)
    await call.press('3333')
    await call.press('*')
    expect(call.heard).toStrictEqual([
      'Your PIN?',
      'You keyed 1111.',
      'Your PIN?',
      'You keyed 2222.',
      'Your PIN?',
      'You keyed 3333.',
      'Out.',
      'After.',
    ])
  })

  it('takes its key before one that holds everywhere, and no other key', async () => {
    const Flow = () => (
      <Keys on={{ '0': <Talk>A person.</Talk>, '1': <Talk>Sales.</Talk> }}>
        <Confirmed digits={{ max: 4 }} />
      </Keys>
    )
    const taken = await dial(<Flow />)
    await taken.press('1234')
    await taken.press('1')
    expect(taken.heard.slice(2)).toStrictEqual(['1234 by keys, sure undefined', 'After.'])
    const left = await dial(<Flow />)
    await left.press('1234')
    await left.press('0')
    expect(left.heard.slice(2)).toStrictEqual(['A person.'])
  })

  it('clears the counts of the answer that is given up', async () => {
    const call = await dial(<Confirmed attempts={2} />)
    await call.press('1*11')
    await call.press('1111')
    await call.press('2')
    await call.wait(3)
    expect(call.heard.at(-1)).toBe('Your PIN?')
  })
})

describe('<Ask speech>', () => {
  const City = (props: Partial<AskProps>) => (
    <Pin
      digits={undefined}
      speech={{ language: 'en-GB', context: ['Paris', 'Lyon'], confidence: 0.3 }}
      {...props}
    />
  )

  it('listens for speech and says how sure the recogniser was', async () => {
    const call = await dial(<City />)
    expect(listening(call)).toStrictEqual({
      type: ['speech'],
      speech: { language: 'en-GB', context: ['Paris', 'Lyon'] },
    })
    await call.say('Paris', { confidence: 0.75 })
    expect(call.heard[1]).toBe('Paris by speech, sure 0.75')
  })

  it('listens for the key that says the prompt again, which counts as nothing', async () => {
    const call = await dial(<City repeat="*" attempts={1} />)
    await call.press('*')
    await call.say('Rome')
    expect(call.heard.slice(0, 3)).toStrictEqual([
      'Your PIN?',
      'Your PIN?',
      'Rome by speech, sure 0.9',
    ])
  })

  it('refuses a confidence that no result can have', async () => {
    await expect(dial(<City speech={{ confidence: 30 }} />)).rejects.toMatchObject({
      code: 'bad-question',
      message: expect.stringContaining('The confidence of <Ask> must be a number from 0 to 1'),
    })
  })

  it('takes nothing that is less sure than it asks for', async () => {
    const call = await dial(<City />)
    await call.say('Paris', { confidence: 0.25 })
    expect(call.heard.slice(1)).toStrictEqual(['Four digits, please.', 'Your PIN?'])
  })

  it('takes sounds that are not recognised for a wrong answer, and silence for none', async () => {
    const call = await dial(<City noInput="Silence." />)
    await call.say('', { isRecognised: false })
    await call.wait(10)
    expect(call.heard.slice(1)).toStrictEqual([
      'Four digits, please.',
      'Your PIN?',
      'Silence.',
      'Your PIN?',
    ])
  })

  it('takes digits that are said beside those that are keyed', async () => {
    const call = await dial(<Pin speech />)
    expect(listening(call)).toStrictEqual({
      type: ['dtmf', 'speech'],
      dtmf: { maxDigits: 4 },
    })
    await call.say('12 34')
    expect(call.heard[1]).toBe('1234 by speech, sure 0.9')
  })

  it('takes as many of them as of those that are keyed, and leaves other words to check', async () => {
    const call = await dial(<Pin speech check={(pin) => /^\d+$/.test(pin)} attempts={4} />)
    await call.say('12 3')
    await call.say('12 34 5')
    await call.say('none')
    await call.say('12 34')
    const again = ['Four digits, please.', 'Your PIN?']
    expect(call.heard).toStrictEqual([
      'Your PIN?',
      ...again,
      ...again,
      ...again,
      '1234 by speech, sure 0.9',
      'After.',
    ])
  })
})

describe('useAnswers', () => {
  it('gives what was answered so far, on the way to the component', async () => {
    const Summary = () => {
      const { first, second } = useAnswers<{ first: string; second?: string }>()
      return (
        <Talk>
          {first} and {String(second)}
        </Talk>
      )
    }
    const call = await dial(
      <>
        <Ask name="first" digits={1} prompt="First?" />
        <Summary />
        <Ask name="second" digits={1} prompt="Second?" />
        <Summary />
      </>,
    )
    await call.press('1')
    await call.press('2')
    expect(call.heard).toStrictEqual(['First?', '1 and undefined', 'Second?', '1 and 2'])
  })

  it.each(['__proto__', 'constructor'])('has an answer of any name: %s', async (name) => {
    const Summary = () => <Talk>{JSON.stringify(useAnswers())}</Talk>
    const call = await dial(
      <>
        <Ask name={name} digits={1} prompt="Which?" />
        <Summary />
      </>,
    )
    await call.press('1')
    expect(call.heard).toStrictEqual(['Which?', `{"${name}":"1"}`])
  })
})
