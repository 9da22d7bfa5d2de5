import fc from 'fast-check'
import { createElement, Fragment, type NccoElement } from 'ncco-jsx'
import { objects } from '../../scripts/objects'
import { makeElement } from '../../src/element/element'
import { component } from '../../src/options/component'
import type { Definition, Row, Rule } from '../../src/options/table'
import { actions } from '../../src/vocabulary/index'

/** Values that are right for many options, and such as a careless or hostile author may give. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown[]>(null, undefined, true, false, 0, -0, 1, 0.5, 1e9, Number.NaN, 10n),
  fc.constantFrom('', ' ', 'a', '1', '#', 'true', '\ud800', '"\\\u0000', '<b>', '<speak>a</speak>'),
  fc.constantFrom('https://example.com/a', 'wss://example.com', 'sip:a@b', '447700900001', '/path'),
  fc.constantFrom<unknown[]>([], {}, ['a'], { a: 1 }, () => 1, Symbol('s'), new Date(0)),
  fc.constantFrom<unknown[]>(createElement('break', {}), Array(3), Promise.resolve('a')),
  fc.string(),
  fc.jsonValue(),
)

/** A value that this rule accepts. */
function rightValue(rule: Rule): fc.Arbitrary<unknown> {
  switch (rule.kind) {
    case 'text':
      return rule.format?.pattern
        ? fc.stringMatching(new RegExp(rule.format.pattern.source))
        : fc.constantFrom('en-GB', 'google', '447700900001', 'Hello', '#')
    case 'number': {
      const { min = 0, max = 9 } = rule
      return fc.constantFrom(min, max, Math.ceil(min), Math.floor((min + max) / 2))
    }
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...rule.values)
    case 'url':
      return fc.constantFrom(
        'https://example.com/a?b="c"',
        'wss://example.com/a',
        'sip:a@b.example',
      )
    case 'one':
      return rightValue(rule.of)
    case 'list':
      return fc.array(rightValue(rule.of), { maxLength: 3 })
    case 'json':
      return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 })
    case 'texts':
      return fc.dictionary(fc.constantFrom('User-to-User', 'x', 'X-a'), fc.string(), { maxKeys: 2 })
    case 'child':
      return fc.constant(undefined)
  }
}

/** How props are hidden: plain, behind getters that count, or behind getters that change what they give. */
type Disguise = 'none' | 'getters' | 'changing'

/** Counts how often each getter of a flow was asked. */
export interface Reads {
  most: number
}

function disguised(props: Record<string, unknown>, how: Disguise, reads: Reads): object {
  if (how === 'none') return props
  const hidden: object = {}
  for (const [name, value] of Object.entries(props)) {
    let times = 0
    const get = () => {
      reads.most = Math.max(reads.most, ++times)
      return how === 'changing' && times > 1 ? `changed ${times}` : value
    }
    Object.defineProperty(hidden, name, { get, enumerable: true })
  }
  return hidden
}

/** A flow that can be made anew, with getters that have not been asked; `isPlain` keeps it from being drafted. */
export type MakeFlow = (isPlain: boolean, reads: Reads) => unknown

const text = fc.oneof(fc.constantFrom('Hello', 5, '', ' a '), fc.string(), oddValue)
// What `map` makes stands in a list of its own.
const texts = fc.array(fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxLength: 3 })
const disguise = fc.constantFrom<Disguise[]>('none', 'none', 'getters', 'changing')

function anyObject(definition: Definition, depth: number): fc.Arbitrary<MakeFlow> {
  const { component: name, table } = definition
  const { rows } = table
  const props = fc.record(
    Object.fromEntries(rows.filter(isProp).map((row) => [row.prop, valueFor(row)])),
    {
      requiredKeys: rows
        .filter(({ isRequired, from }) => isRequired && from === 'prop')
        .map(({ prop }) => prop),
    },
  )
  const odd = fc.oneof(
    { weight: 12, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.dictionary(
        fc.constantFrom('key', 'ssml', 'lang', 'loop', 'text', 'unchecked', '__proto__'),
        oddValue,
        { maxKeys: 2 },
      ),
    },
  )
  const children = table.text ? texts : anyChildren(definition, depth)
  return fc.tuple(props, odd, children, disguise).map(([given, more, inside, how]) => {
    return (isPlain, reads) => {
      const made = inside.map((child) =>
        typeof child === 'function' && child.length === 2 ? child(isPlain, reads) : child,
      )
      const all = {
        ...given,
        ...more,
        ...(made.length === 0 ? {} : { children: made.length === 1 ? made[0] : made }),
      }
      // An empty `unchecked` adds nothing, but no element with it is drafted.
      const plain = isPlain && definition.kind === 'action' && !('unchecked' in all)
      return makeElement(
        componentNamed(name),
        disguised(plain ? { ...all, unchecked: {} } : all, how, reads),
        undefined,
      )
    }
  })
}

function isProp({ from }: Row): boolean {
  return from === 'prop'
}

function valueFor({ rule }: Row): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: rightValue(rule) }, { weight: 1, arbitrary: oddValue })
}

function anyChildren({ table: { rows } }: Definition, depth: number): fc.Arbitrary<unknown[]> {
  const inner = rows.flatMap(({ rule }) => (rule.kind === 'child' ? rule.definitions : []))
  if (inner.length === 0)
    return fc.oneof(
      { weight: 9, arbitrary: fc.constant<unknown[]>([]) },
      { weight: 1, arbitrary: fc.array(oddValue, { maxLength: 1 }) },
    )
  const child = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.oneof(...inner.map((definition) => anyObject(definition, depth + 1))),
    },
    { weight: 1, arbitrary: oddValue },
  )
  return fc.array(child, { maxLength: 2 })
}

const components = new Map(
  objects.map((definition) => [definition.component, component(definition)]),
)

function componentNamed(name: string): unknown {
  return components.get(name)
}

const anyAction = fc.oneof(...actions.map((definition) => anyObject(definition, 0)))

/** Any flow: actions, right and wrong, in fragments, components and arrays. */
export const anyFlow: fc.Arbitrary<MakeFlow> = fc
  .array(fc.tuple(anyAction, fc.constantFrom('bare', 'fragment', 'component', 'array')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((made) => (isPlain, reads) => made.map(([make, how]) => wrap(make(isPlain, reads), how)))

function wrap(node: unknown, how: string): unknown {
  if (how === 'array') return [[node]]
  if (how === 'fragment') return createElement(Fragment, {}, node as NccoElement)
  if (how === 'component') return createElement(() => node as NccoElement, {})
  return node
}
