import { makeElement, type NccoElement, type NccoNode } from '../element/element'
import { type Context, createContext, useContext } from '../render/context'
import { fingerprintOf } from './fingerprint'
import { assertSchedule, isOpenAt, type Opening, openingAt, type Schedule } from './schedule'
import { findSession } from './session-context'

/** Props of {@link OpeningHours}. */
export interface OpeningHoursProps extends Schedule {
  /** The time, for tests. Absent: the clock of the machine; in the simulator, that of its platform. */
  now?: Date | undefined
  /** The flow outside the hours. Absent: none. */
  otherwise?: NccoNode | undefined
  /** The flow within the hours. */
  children?: NccoNode
}

// One for all copies of the package, so that a component of one finds the hours of another.
const key = Symbol.for('ncco-jsx.opening')

/** A schedule and the moment that was decided for. */
interface Decision {
  readonly schedule: Schedule
  readonly moment: number
}

function openingContext(): Context<Decision | undefined> {
  const shared = globalThis as { [key]?: Context<Decision | undefined> }
  shared[key] ??= createContext<Decision | undefined>(undefined)
  return shared[key]
}

/**
 * Gives callers within the hours its children, others `otherwise`. The first decision holds for the whole call: who came in time stays.
 *
 * @throws NccoError `bad-opening-hours`
 * @example
 * ```tsx
 * <OpeningHours
 *   zone="Europe/London"
 *   hours={{ mon: ['09:00-12:30', '13:30-17:00'], fri: '22:00-02:00' }}
 *   closed={['2026-12-25']}
 *   otherwise={<Talk>We are closed.</Talk>}
 * >
 *   <Sales />
 * </OpeningHours>
 * ```
 */
export function OpeningHours({
  children,
  otherwise,
  now,
  ...schedule
}: OpeningHoursProps): NccoElement {
  assertSchedule(schedule)
  const session = findSession()
  const { zone, hours, closed, extra } = schedule
  const decide = () =>
    session?.kept.momentOf(fingerprintOf(JSON.stringify([zone, hours, closed, extra]))) ??
    Date.now()
  const moment = now?.getTime() ?? decide()
  const node = isOpenAt(schedule, moment) ? children : otherwise
  const value: Decision = { schedule, moment }
  return makeElement(openingContext().Provider, { value, children: node }, undefined)
}

/**
 * Tells what the `<OpeningHours>` around decided: whether it is open, since when and until when. `undefined` outside of one.
 *
 * @throws NccoError `context-outside-component` where no component is running
 * @example
 * ```tsx
 * function Closed() {
 *   const until = useOpening()?.until
 *   return <Talk>We open again {until?.toLocaleDateString('en-GB', { weekday: 'long' })}.</Talk>
 * }
 * ```
 */
export function useOpening(): Opening | undefined {
  const decision = useContext(openingContext())
  return decision && openingAt(decision.schedule, decision.moment)
}
