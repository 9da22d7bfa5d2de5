import { createPlatform } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { dialFlow } from '../dial-flow'

// The results are in the memory of a module, and other tests leave theirs in it.
vi.resetModules()
const { flow } = await import('./flow')
const { findResult } = await import('./results')

// One platform for all, so that each call has a result of its own.
const platform = createPlatform()

const welcome = 'Thank you for taking part in our survey. It takes one minute.'
const satisfaction = 'How satisfied are you with your visit, from 1 to 5?'
const cause =
  'We are sorry to hear that. If the waiting time was the cause, press 1. If it was the price, press 2. For anything else, press 3.'
const staff = 'How friendly were our staff, from 1 to 5?'
const again = 'Would you come again? For yes, press 1. For no, press 2.'
const recommend = 'Would you recommend us to a friend? For yes, press 1. For no, press 2.'
const goodbye = 'Those were all our questions. Thank you, and goodbye.'

describe('survey', () => {
  it('asks a satisfied caller whether to recommend', async () => {
    const call = await dialFlow(flow, { platform })
    await call.press('5')
    await call.press('4')
    await call.say('Yes.')
    await call.press('1')
    expect(call.heard).toStrictEqual([welcome, satisfaction, staff, again, recommend, goodbye])
    expect(findResult(call.conversationUuid)).toStrictEqual({
      answers: { satisfaction: '5', staff: '4', again: 'yes', recommend: 'yes' },
      status: 'complete',
    })
  })

  it('asks another for the cause', async () => {
    const call = await dialFlow(flow, { platform })
    await call.press('2')
    await call.press('1')
    await call.press('4')
    await call.press('2')
    expect(call.heard).toStrictEqual([welcome, satisfaction, cause, staff, again, goodbye])
    expect(findResult(call.conversationUuid)).toStrictEqual({
      answers: { satisfaction: '2', cause: 'waiting', staff: '4', again: 'no' },
      status: 'complete',
    })
  })

  it('keeps what was answered before the caller hangs up', async () => {
    const call = await dialFlow(flow, { platform })
    await call.press('3')
    await call.press('4')
    await call.hangUp()
    expect(findResult(call.conversationUuid)).toStrictEqual({
      answers: { satisfaction: '3', staff: '4' },
      status: 'partial',
    })
  })

  it('skips a question after two attempts', async () => {
    const call = await dialFlow(flow, { platform })
    await call.press('9')
    await call.wait(3)
    expect(call.heard.slice(1)).toStrictEqual([
      satisfaction,
      'Sorry, I did not get that.',
      satisfaction,
      staff,
    ])
    await call.wait(3)
    await call.press('5')
    expect(call.heard.slice(4)).toStrictEqual([staff, 'I did not hear anything.', staff, again])
    await call.press('1')
    expect(findResult(call.conversationUuid)).toStrictEqual({
      answers: { staff: '5', again: 'yes' },
      status: 'complete',
    })
  })
})
