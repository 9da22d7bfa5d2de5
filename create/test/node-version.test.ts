import { describe, expect, it } from 'vitest'
import { olderNode } from '../src/node-version'

describe('the Node that runs', () => {
  it.each([
    ['node', 'menu', '20.19.0', undefined],
    ['node', 'reminder', '22.0.0', undefined],
    [
      'node',
      'reminder',
      '20.19.0',
      '@vonage/server-sdk asks for Node 22 or newer, and this is 20.19.0.',
    ],
    [
      'workers',
      'reminder',
      '20.19.0',
      'wrangler asks for Node 22 or newer, and this is 20.19.0.\n@vonage/server-sdk asks for Node 22 or newer, and this is 20.19.0.',
    ],
  ] as const)('is new enough, or told of: %s, %s, %s', (server, flow, running, says) => {
    expect(olderNode({ server, flow }, running)).toBe(says)
  })
})
