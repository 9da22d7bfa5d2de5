import { Dtmf, Input, Talk } from 'ncco-jsx'
import { createVoiceApp, type VoiceApp } from 'ncco-jsx/serve'
import { examples } from './index'

/** Every example as an app of its own, below its name. */
const apps = new Map<string, VoiceApp>(
  Object.entries(examples).map(([name, flow]) => [
    name,
    createVoiceApp({
      ...flow,
      basePath: `/${name}`,
      secret: 'only for trying out, where it is no secret',
      signature: false,
    }),
  ]),
)
const names = [...apps.keys()]

function Directory() {
  return (
    <>
      <Talk language="en-GB" bargeIn>
        Which example?{' '}
        {names.map((name, index) => `${name.replaceAll('-', ' ')}, ${digitsOf(index)}. `)}
      </Talk>
      <Input eventUrl="/chosen">
        <Dtmf maxDigits={2} timeOut={10} />
      </Input>
    </>
  )
}

function digitsOf(index: number): string {
  return String(index + 1).padStart(2, '0')
}

const directory = createVoiceApp({ answer: Directory, signature: false })

/** The examples that calls are in; for trying out only, because it is in the memory of one process. */
const chosen = new Map<string, string>()

/** All examples behind one number: the caller chooses one by two digits, and is its caller from then on. */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const app = apps.get(pathname.split('/')[1] ?? '')
  if (app) return app.fetch(request)
  if (pathname === '/chosen') return enter(request)
  if (pathname === '/event') return passOn(request)
  return directory.fetch(request)
}

/** Asks the example that was chosen, as if the caller had dialled it. */
async function enter(request: Request): Promise<Response> {
  const { dtmf, from = '', to, uuid, conversation_uuid } = await request.json()
  const name = names[Number(dtmf?.digits) - 1]
  if (name !== undefined) chosen.set(conversation_uuid, name)
  const webhook = new URLSearchParams({ ...(from && { from }), to, uuid, conversation_uuid })
  const path = name === undefined ? '/answer' : `/${name}/answer`
  return answer(new Request(new URL(`${path}?${webhook}`, request.url)))
}

/** Lets the example of a call have its events. */
async function passOn(request: Request): Promise<Response> {
  const body = await request.text()
  const name = chosen.get(JSON.parse(body).conversation_uuid)
  if (name === undefined) return new Response(null, { status: 204 })
  const { method, headers } = request
  return answer(new Request(new URL(`/${name}/event`, request.url), { method, headers, body }))
}

export default { fetch: answer }
