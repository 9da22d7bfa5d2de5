import { component, type RawDefinition } from '../options/component'
import { checkAnyAction } from './any-action'

const raw: RawDefinition = { kind: 'raw', component: 'Raw', checkEntry: checkAnyAction }

/** Props of {@link Raw}. */
export interface RawProps {
  /** NCCO actions as plain JSON. */
  ncco: readonly unknown[]
}

/**
 * Embeds NCCO actions as they are: for JSON you already have. They are checked too, but whatever is found is a
 * warning, even where it would be an error elsewhere.
 *
 * @example
 * ```tsx
 * <Raw ncco={[{ action: 'talk', text: 'Hello', newOption: 1 }]} />
 * ```
 */
export const Raw = component<RawProps>(raw)
