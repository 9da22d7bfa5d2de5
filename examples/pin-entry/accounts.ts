const mostFailures = 3

interface Account {
  readonly salt: string
  readonly hash: string
  readonly balance: number
  /** Hashes of the wrong PINs of all calls: one that comes twice counts once. */
  readonly failures: Set<string>
}

/** The accounts by number; a real one would ask a database. PINs are kept as salted hashes. */
const accounts = new Map<string, Account>([
  ['100200', open('f2b1c9', '9fd97853ff4c7056d38faf3bb530aa49', 250)],
  ['100300', open('07d3ae', '296f532f6ad1e42620089dc249b6ee47', 40)],
])

function open(salt: string, hash: string, balance: number): Account {
  return { salt, hash, balance, failures: new Set() }
}

/** Whether the PIN opens the account. After three wrong ones the account is locked, and no PIN opens it. */
export async function checkPin(number: string, pin: string): Promise<boolean> {
  const account = accounts.get(number)
  // An unknown account takes as long as a known one.
  const hash = await hashOf(pin, account?.salt ?? 'unknown')
  if (!account || account.failures.size >= mostFailures) return false
  if (hash === account.hash) {
    account.failures.clear()
    return true
  }
  account.failures.add(hash)
  return false
}

/** What is on an account, in pounds. */
export async function findBalance(number: string): Promise<number | undefined> {
  return accounts.get(number)?.balance
}

async function hashOf(pin: string, salt: string): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text)
  const key = await crypto.subtle.importKey('raw', encode(pin), 'PBKDF2', false, ['deriveBits'])
  const settings = { name: 'PBKDF2', hash: 'SHA-256', salt: encode(salt), iterations: 10_000 }
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(settings, key, 128))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
