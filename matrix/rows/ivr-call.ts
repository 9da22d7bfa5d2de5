import { deepStrictEqual } from 'node:assert'
import type { Project } from '../project'
import { signatureSecret } from '../servers/secrets'

const menu = 'For sales, press 1, or say sales. For support, press 2, or say support. '

/**
 * Dials examples/ivr-menu over HTTP, with signed webhooks: presses a wrong key and then the right one, each through the sealed link of
 * the answer before, until a colleague answers. A webhook signed by others is refused, and an unsigned one is asked for again.
 *
 * @param baseUrl where its links lead, if that is not where it listens
 */
export async function callIvr(project: Project, origin: string, baseUrl = origin): Promise<void> {
  const { dial } = await project.load<typeof import('ncco-jsx/simulate')>('simulate')
  const answerUrl = `${origin}/voice/answer`
  const call = await dial(answerUrl, {
    baseUrl,
    eventUrl: '/voice/event',
    signature: { secret: signatureSecret },
  })
  await call.press('9')
  await call.press('1')
  const [colleague] = call.legs
  await colleague?.answer()
  await colleague?.hangUp()
  deepStrictEqual(
    {
      heard: call.heard.map((prompt) => prompt.trim()),
      connected: call.legs.map(({ endpoint, status }) => ({ ...endpoint, status })),
      refused: call.webhooks.filter(({ answer }) => answer === undefined || answer.status >= 300),
      ended: call.ended?.reason,
    },
    {
      heard: [menu, 'Sorry, I did not get that.', menu, 'I will connect you to sales.'].map(
        (prompt) => prompt.trim(),
      ),
      connected: [{ type: 'phone', number: '447700900002', status: 'completed' }],
      refused: [],
      ended: 'completed',
    },
    call.transcript(),
  )
  const forger = await dial(answerUrl, { signature: { secret: 'not the one of the dashboard' } })
  const unsigned = await fetch(answerUrl)
  deepStrictEqual([forger.webhooks[0]?.answer?.status, unsigned.status], [401, 503])
}
