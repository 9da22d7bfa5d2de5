import type { Cases } from './options'

// Cases of options that several objects have. Each takes the JSON pointer to the option, whose last key is the
// option's name in the NCCO.

export function flagAt(path: string): Cases<boolean> {
  const key = keyOf(path)
  return {
    writes: [
      [true, { [key]: true }],
      [false, { [key]: false }],
    ],
    refuses: [
      ['true', { [key]: 'true' }, 'wrong-type', path],
      [0, { [key]: 0 }, 'wrong-type', path],
      [null, { [key]: null }, 'wrong-type', path],
    ],
  }
}

export function eventMethodAt(path: string): Cases<'GET' | 'POST'> {
  return {
    writes: [
      ['GET', { eventMethod: 'GET' }],
      ['POST', { eventMethod: 'POST' }],
    ],
    refuses: [
      ['PUT', { eventMethod: 'PUT' }, 'not-one-of', path],
      ['post', { eventMethod: 'post' }, 'not-one-of', path],
      ['', { eventMethod: '' }, 'not-one-of', path],
      [['POST'], { eventMethod: ['POST'] }, 'wrong-type', path],
    ],
  }
}

const noUrls = ['', '/events', 'example.com', 'https://', 'ftp://example.com/a', 'https://a b']

/** An http URL that the NCCO holds as a string. */
export function urlAt(path: string): Cases<string> {
  const key = keyOf(path)
  return {
    writes: [
      ['https://example.com/a?b=c&d=e#f', { [key]: 'https://example.com/a?b=c&d=e#f' }],
      ['http://example.com', { [key]: 'http://example.com' }],
    ],
    refuses: [
      [null, { [key]: null }, 'wrong-type', path],
      [['https://example.com'], { [key]: ['https://example.com'] }, 'wrong-type', path],
      ...noUrls.map((url) => [url, { [key]: url }, 'bad-url', path] as const),
    ],
  }
}

/** An http URL that the NCCO holds in an array of one. */
export function urlInArrayAt(path: string): Cases<string> {
  const key = keyOf(path)
  const [one, two] = ['https://example.com/a?b=c&d=e#f', 'http://example.com']
  const at = `${path}/0`
  return {
    writes: [
      [one, { [key]: [one] }],
      [two, { [key]: [two] }],
    ],
    refuses: [
      [null, { [key]: [null] }, 'wrong-type', at],
      [[one], { [key]: [[one]] }, 'wrong-type', at],
      ...noUrls.map((url) => [url, { [key]: [url] }, 'bad-url', at] as const),
    ],
    refusesJson: [
      [{ [key]: one }, 'not-an-array', path],
      [{ [key]: [] }, 'not-exactly-one', path],
      [{ [key]: [one, two] }, 'not-exactly-one', path],
    ],
  }
}

/** The ids of legs, where an empty list is a value of its own. */
export function legsAt(path: string): Cases<readonly string[]> {
  const key = keyOf(path)
  const legs = ['aaaaaaaa-bbbb-cccc-dddd-0123456789ab', 'bbbbbbbb-bbbb-cccc-dddd-0123456789ab']
  const conversation = 'CON-aaaaaaaa-bbbb-cccc-dddd-0123456789ab'
  return {
    writes: [
      [[], { [key]: [] }],
      [legs.slice(0, 1), { [key]: legs.slice(0, 1) }],
      [legs, { [key]: legs }],
    ],
    warns: [
      [
        [...legs, conversation],
        { [key]: [...legs, conversation] },
        'conversation-id-as-leg',
        `${path}/2`,
      ],
    ],
    refuses: [
      [legs[0], { [key]: legs[0] }, 'wrong-type', path],
      [null, { [key]: null }, 'wrong-type', path],
      [[legs[0], 7], { [key]: [legs[0], 7] }, 'wrong-type', `${path}/1`],
    ],
  }
}

/** An object of the author's own. */
export function jsonAt(path: string): Cases<Readonly<Record<string, unknown>>> {
  const key = keyOf(path)
  const nested = { zero: 0, no: false, empty: '', none: null, list: [], deep: { list: [{ a: 1 }] } }
  const notJson = { at: new Date(0) }
  return {
    writes: [
      [nested, { [key]: nested }],
      [{}, { [key]: {} }],
      [{ gone: undefined, kept: 1 }, { [key]: { kept: 1 } }],
    ],
    refuses: [
      [[nested], { [key]: [nested] }, 'wrong-type', path],
      ['{}', { [key]: '{}' }, 'wrong-type', path],
      [null, { [key]: null }, 'wrong-type', path],
      [notJson, { [key]: notJson }, 'not-json', `${path}/at`],
    ],
  }
}

function keyOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
