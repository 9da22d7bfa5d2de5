import type { IncomingMessage, RequestListener } from 'node:http'

/** What this app knows of a call: it keeps sessions, as servers that people write by hand do. */
interface Session {
  tries: number
  size?: string | undefined
}

/**
 * A pizzeria as people write it without a library: JSON by hand, routes by path, sessions in memory by the id of the call.
 *
 * @param own the origin that it writes into its links
 */
export function foreignApp(own: () => string): RequestListener {
  const sessions = new Map<string, Session>()
  return async (request, response) => {
    const url = new URL(request.url ?? '/', own())
    const body = await read(request)
    const call = body.conversation_uuid ?? url.searchParams.get('conversation_uuid') ?? ''
    const session = sessions.get(call) ?? { tries: 0 }
    sessions.set(call, session)
    const ncco = answer(url.pathname, body, session)
    if (url.pathname === '/events' && body.status === 'completed') sessions.delete(call)
    response.setHeader('content-type', 'application/json')
    response.end(ncco === undefined ? '' : JSON.stringify(ncco))
  }

  function answer(path: string, body: Body, session: Session): object[] | undefined {
    if (path === '/answer') return [talk('Welcome to Example Pizza.'), ...menu()]
    if (path === '/menu') {
      const said = body.speech?.results?.[0]?.text
      if (body.dtmf?.digits === '1' || said === 'order') return size()
      if (body.dtmf?.digits === '2' || said === 'person') return person()
      session.tries++
      if (session.tries < 3) return [talk('Sorry.'), ...menu()]
      return [talk('I do not understand you.'), ...person()]
    }
    if (path === '/size') {
      session.size = { 1: 'small', 2: 'large' }[body.dtmf?.digits ?? '']
      if (!session.size) return [talk('Sorry, which size?'), ...size()]
      return [
        talk('Please say your address after the tone, then press hash.'),
        {
          action: 'record',
          beepStart: true,
          endOnKey: '#',
          endOnSilence: 3,
          eventUrl: [`${own()}/recorded`],
        },
        talk('Your pizza is on its way. Goodbye.'),
      ]
    }
    return undefined
  }

  function menu() {
    return [
      { ...talk('To order, press 1. For a person, press 2.'), bargeIn: true },
      {
        action: 'input',
        type: ['dtmf', 'speech'],
        dtmf: { maxDigits: 1, timeOut: 5 },
        speech: { context: ['order', 'person'], startTimeout: 5 },
        eventUrl: [`${own()}/menu`],
      },
    ]
  }

  function size() {
    return [
      { ...talk('For a small pizza, press 1. For a large one, press 2.'), bargeIn: true },
      { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl: [`${own()}/size`] },
    ]
  }

  function person() {
    return [
      talk('One moment, please.'),
      {
        action: 'connect',
        from: '447700900000',
        timeout: 20,
        endpoint: [{ type: 'phone', number: '447700900002' }],
        eventUrl: [`${own()}/events`],
      },
      talk('Nobody is free. Please call again. Goodbye.'),
    ]
  }
}

interface Body {
  conversation_uuid?: string
  status?: string
  dtmf?: { digits?: string | null }
  speech?: { results?: { text: string }[] }
}

function talk(text: string) {
  return { action: 'talk', text, language: 'en-GB' }
}

async function read(request: IncomingMessage): Promise<Body> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text === '' ? {} : JSON.parse(text)
}
