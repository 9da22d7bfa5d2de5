import type { NccoElement } from '../element/element'
import { isPrecompiled } from '../element/precompiled'
import { kindOf } from '../issues/kind'
import type { Detail, NccoCode } from '../issues/messages'
import { nearest } from '../issues/nearest'
import type { Origin } from '../issues/origin'
import { located } from '../issues/report'
import { clipped } from '../issues/words'
import { ofHtml, ssmlTags } from '../speech/ssml'
import { originAt } from './element-origin'
import type { FaultNode, TreePosition } from './node'
import { wholeAsMarkup } from './whole-markup'

/**
 * A fault among the children of an element, or in what a component returned.
 *
 * @param origin what is at fault, if that is known better than by what is around
 */
export function fault<C extends NccoCode>(
  code: C,
  detail: Detail<C>,
  around: TreePosition,
  origin: Origin = originAt(around),
): FaultNode {
  return { kind: 'fault', tell: (path, report) => report(code, located(path, origin), detail) }
}

/** A value that is not a node. */
export function unrenderable(value: unknown, around: TreePosition): FaultNode {
  return fault('not-renderable', describe(value), around)
}

function describe(value: unknown): { found: string; remedy: string } {
  switch (typeof value) {
    case 'number':
      return { found: `The number ${value}`, remedy: 'Check where it comes from.' }
    case 'function':
      return { found: 'A function', remedy: 'Call it, or write it as an element: <Name />.' }
    case 'symbol':
      return { found: 'A symbol', remedy: 'Write a string.' }
    case 'bigint':
      return { found: 'A bigint', remedy: 'Write String(value).' }
    default:
      if (isOfReact(value)) {
        return {
          found: 'An element of React',
          remedy:
            'Set "jsxImportSource": "ncco-jsx" where JSX is compiled, such as in tsconfig.json.',
        }
      }
      return {
        found: 'An object that is neither a text nor an element',
        remedy:
          "Write what is to be said of it, such as {customer.name}, or {date.toLocaleDateString('en-GB')} for a date. Elements, strings, numbers and arrays of them can be rendered.",
      }
  }
}

// React up to version 18, and from version 19 on.
const reactElements: readonly unknown[] = [
  /* @__PURE__ */ Symbol.for('react.element'),
  /* @__PURE__ */ Symbol.for('react.transitional.element'),
]

/** Whether a value is an element that the JSX runtime of React made. */
function isOfReact(value: unknown): boolean {
  try {
    return reactElements.includes((value as { readonly $$typeof?: unknown } | null)?.$$typeof)
  } catch {
    return false
  }
}

/** An element whose type is neither a component nor an SSML tag. */
export function unknownElement({ type, source }: NccoElement, around: TreePosition): FaultNode {
  if (isPrecompiled(type)) return fault('precompiled-jsx', {}, around)
  const element = typeof type === 'string' ? clipped(type) : kindOf(type)
  const origin = { element, source, frame: around.frame }
  const detail = typeof type === 'string' ? describeTag(type) : describeType(type)
  return fault('unknown-element', detail, around, origin)
}

function describeType(type: unknown): { found: string; remedy: string } {
  return {
    found: `An element whose component is ${kindOf(type)}`,
    remedy: 'Check the import of the component: its name may be misspelt or not exported.',
  }
}

function describeTag(tag: string): { found: string; remedy: string } {
  const known = Object.keys(ssmlTags)
  const found = `<${clipped(tag)}>`
  if (Object.hasOwn(ofHtml, tag))
    return { found, remedy: `Write <${ofHtml[tag]}> instead, which is a tag for speech.` }
  const close = nearest(tag, known)
  const component = `<${clipped(tag.charAt(0).toUpperCase() + tag.slice(1))}>`
  const remedy = close
    ? `Write <${close}>, or, if it is a component, ${component}.`
    : `If it is a component, write ${component}. The SSML tags are ${known.join(', ')}; with another, ${wholeAsMarkup}.`
  return { found, remedy }
}
