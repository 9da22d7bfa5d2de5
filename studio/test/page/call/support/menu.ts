const talk = (text: string, more = {}) => ({ action: 'talk', text, ...more })

/** A flow with one menu, which calls a colleague after key 1. */
export async function menu(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/answer')
    return Response.json([talk('Welcome.', { bargeIn: true }), ...ask('For sales, press 1.')])
  const { dtmf } = (await request.json()) as { dtmf?: { digits: string | null } }
  if (dtmf?.digits !== '1') return Response.json(ask('Sorry. For sales, press 1.'))
  const endpoint = [{ type: 'phone', number: '447700900002' }]
  return Response.json([talk('Sales.'), { action: 'connect', from: '447700900000', endpoint }])
}

function ask(prompt: string): object[] {
  const eventUrl = ['https://app.example.com/chosen']
  return [
    talk(prompt, { bargeIn: true }),
    { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl },
  ]
}
