import fc from 'fast-check'
import { check, type NccoNode, render } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { toElements } from '../../src/convert/to-elements'
import { anyJsonNcco, anyValidNcco } from '../conformance/any-ncco'
import { isSameNcco, roundTrip } from '../conformance/round-trip'
import { isError } from '../conformance/verdicts'

describe('an NCCO made from the tables, right or wrong', { timeout: 60_000 }, () => {
  it('comes back from TSX as it was', () => {
    fc.assert(
      fc.property(anyJsonNcco(), (ncco) => {
        expect(roundTrip(ncco).isSame).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** A tree that renders these nodes, in this order, through components, fragments and lists, with gaps. */
function anyTree(leaves: readonly NccoNode[]): fc.Arbitrary<NccoNode> {
  const Component = ({ children }: { children: NccoNode }) => children
  const wrappers: ((inside: NccoNode) => NccoNode)[] = [
    (inside) => inside,
    (inside) => <Component>{inside}</Component>,
    (inside) => <>{inside}</>,
    (inside) => [null, inside, false],
    (inside) => <Component>{[[inside], undefined, '']}</Component>,
  ]
  return fc
    .array(fc.tuple(fc.nat(), fc.constantFrom(...wrappers)), { maxLength: 10 })
    .map((cuts) => cuts.reduce<readonly NccoNode[]>(wrapPart, leaves))

  function wrapPart(
    nodes: readonly NccoNode[],
    [seed, wrap]: [number, (inside: NccoNode) => NccoNode],
  ): readonly NccoNode[] {
    const start = seed % (nodes.length + 1)
    const end = start + (Math.floor(seed / 7) % (nodes.length - start + 1))
    return [...nodes.slice(0, start), wrap(nodes.slice(start, end)), ...nodes.slice(end)]
  }
}

describe('any tree of valid props', { timeout: 60_000 }, () => {
  it('renders to an NCCO that check passes', () => {
    const trees = anyValidNcco()
      .filter((ncco) => ncco.length > 0)
      .chain((ncco) => fc.tuple(fc.constant(ncco), anyTree(toElements(ncco, 'exact').elements)))
    fc.assert(
      fc.property(trees, ([ncco, tree]) => {
        const rendered = render(tree)
        expect(check(rendered).filter(isError)).toStrictEqual([])
        expect(isSameNcco(rendered, ncco)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
