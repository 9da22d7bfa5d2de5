import { run } from './context'
import type { ComponentFrame, FunctionComponent } from './frame'
import { toRenderError } from './render-error'

/** Calls a component, or a callback that takes nothing. */
export function callComponent(
  frame: ComponentFrame,
  type: FunctionComponent,
  props: unknown,
): unknown {
  try {
    return run(frame, type, props)
  } catch (error) {
    throw toRenderError(error, frame)
  }
}
