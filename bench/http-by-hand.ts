import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

// What the servers of `bench:http` do, written by hand for nothing else: the ceiling of any framework.

const base = 'https://calls.example.com'

export interface ByHandOptions {
  /** The words of the menu. */
  readonly text: string
  /** Requests have to be signed with this secret. */
  readonly signature?: string
  /** Links carry params that are sealed with this secret. */
  readonly secret?: string
}

/** A server that parses a webhook, verifies it, opens its seal, and answers with a menu whose link it seals. */
export function serveByHand({ text, signature, secret }: ByHandOptions): RequestListener {
  const isSigned = signature === undefined ? () => true : makeSignatureCheck(signature)
  const seal = secret === undefined ? undefined : makeSeal(secret)
  const menu = (attempt: number) =>
    JSON.stringify([
      { action: 'talk', text, bargeIn: true, language: 'en-GB' },
      {
        action: 'input',
        type: ['dtmf'],
        eventUrl: [
          `${base}${seal ? `/sealed?sealed=${seal.close('/sealed', attempt)}` : '/plain'}`,
        ],
        dtmf: { maxDigits: 1 },
      },
    ])
  return (request, response) => {
    const url = new URL(request.url ?? '/', base)
    if (request.method === 'GET') {
      const { from } = Object.fromEntries(url.searchParams)
      return from === undefined ? refuse(response, 400) : answer(response, menu(1))
    }
    readBody(request, (body) => {
      if (!isSigned(request.headers.authorization ?? '', body)) return refuse(response, 401)
      const { dtmf } = JSON.parse(body.toString())
      if (dtmf?.digits === undefined) return refuse(response, 400)
      if (!seal) return answer(response, menu(1))
      const attempt = seal.open(url.pathname, url.searchParams.get('sealed') ?? '')
      return attempt === undefined ? refuse(response, 403) : answer(response, menu(attempt + 1))
    })
  }
}

function readBody(request: IncomingMessage, take: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => take(Buffer.concat(chunks)))
}

function answer(response: ServerResponse, ncco: string): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(ncco),
  })
  response.end(ncco)
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}

/** Checks a JWS with HS256, its age, and the hash of the body in it. */
function makeSignatureCheck(secret: string): (authorization: string, body: Buffer) => boolean {
  return (authorization, body) => {
    const [header = '', payload = '', signature = ''] = authorization.slice(7).split('.')
    const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest()
    const given = Buffer.from(signature, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString())
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return (
      alg === 'HS256' &&
      Math.abs(Date.now() / 1000 - claims.iat) < 3600 &&
      claims.payload_hash === createHash('sha256').update(body).digest('hex')
    )
  }
}

interface Seal {
  close(path: string, attempt: number): string
  open(path: string, sealed: string): number | undefined
}

/** Seals a path, a time and a number as JWE with `dir` and A256GCM. */
function makeSeal(secret: string): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'bench', 32))
  const header = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')
  const headerBytes = Buffer.from(header)
  return {
    close(path, attempt) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(headerBytes)
      const until = Math.floor(Date.now() / 1000) + 3600
      const text = JSON.stringify([path, until, { attempt }])
      const content = Buffer.concat([cipher.update(text), cipher.final()])
      const parts = [nonce, content, cipher.getAuthTag()].map((part) => part.toString('base64url'))
      return `${header}..${parts.join('.')}`
    },
    open(path, sealed) {
      const [head, , nonce = '', content = '', tag = ''] = sealed.split('.')
      if (head !== header) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
        decipher.setAAD(headerBytes).setAuthTag(Buffer.from(tag, 'base64url'))
        const bytes = [decipher.update(Buffer.from(content, 'base64url')), decipher.final()]
        const [sealedPath, until, params] = JSON.parse(Buffer.concat(bytes).toString())
        return sealedPath === path && until > Date.now() / 1000 ? params.attempt : undefined
      } catch {
        return undefined
      }
    },
  }
}
