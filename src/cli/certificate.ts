import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Problem } from './problem'

/** What a TLS server needs. */
export interface Certificate {
  readonly cert: string
  readonly key: string
  /** The file that clients must trust; absent for a certificate that was given. */
  readonly file?: string
  /** Removes that file. */
  remove(): Promise<void>
}

/** The flags of a certificate. */
export interface TlsFlags {
  readonly tls?: true
  readonly tlsCert?: string
  readonly tlsKey?: string
}

/** The certificate that is given or made; `undefined` without TLS. */
export async function readCertificate(flags: TlsFlags): Promise<Certificate | undefined> {
  const { tls, tlsCert, tlsKey } = flags
  if (tlsCert !== undefined && tlsKey !== undefined) {
    const [cert, key] = [await readPem(tlsCert, '--tls-cert'), await readPem(tlsKey, '--tls-key')]
    return { cert, key, remove: async () => {} }
  }
  if (tlsCert !== undefined || tlsKey !== undefined) {
    throw new Problem('A certificate and its key go together: name both --tls-cert and --tls-key.')
  }
  return tls && makeCertificate()
}

/** Reads a file that an option names. */
export async function readPem(file: string, option: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`
    throw new Problem(`${option}: the file ${file} ${why}.`)
  }
}

// As a leaf, because strict clients want more extensions of an authority.
const extensions = [
  { name: 'basicConstraints', cA: false, critical: true },
  { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
  { name: 'extKeyUsage', serverAuth: true },
  {
    name: 'subjectAltName',
    altNames: [
      { type: 2, value: 'localhost' },
      { type: 7, ip: '127.0.0.1' },
      { type: 7, ip: '::1' },
    ],
  },
]

/** Makes a certificate for this machine. Its key stays in memory. */
async function makeCertificate(): Promise<Certificate> {
  const { generate } = await loadGenerator()
  const name = [{ name: 'commonName', value: 'localhost' }]
  const made = await generate(name, { keyType: 'ec', algorithm: 'sha256', extensions })
  const folder = await mkdtemp(join(tmpdir(), 'ncco-jsx-'))
  const file = join(folder, 'certificate.pem')
  await writeFile(file, made.cert)
  return {
    cert: made.cert,
    key: made.private,
    file,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** As far as it is needed of the package `selfsigned`. */
interface Generator {
  generate(name: object[], options: object): Promise<{ cert: string; private: string }>
}

/** The package beside this one, or in the project of the user. */
async function loadGenerator(): Promise<Generator> {
  for (const from of [import.meta.url, resolve('package.json')]) {
    let file: string
    try {
      file = createRequire(from).resolve('selfsigned')
    } catch {
      continue
    }
    const module = await import(pathToFileURL(file).href)
    return module.default
  }
  throw new Problem(
    'The certificate is made by the package selfsigned, which is not installed. Install it: npm install --save-dev selfsigned. Or name a certificate with --tls-cert and --tls-key.',
  )
}
