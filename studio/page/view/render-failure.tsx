import type { Failure } from '../../src/protocol'
import { Finding, Origin } from './ncco-action'

/** Why a flow could not be rendered, and where. */
export function RenderFailure({ failure }: { failure: Failure }) {
  const { components = [], source, detail } = failure
  return (
    <div class="failure">
      <p class="action-head">
        <strong>not rendered</strong>
        <Origin place={{ components, source }} />
      </p>
      <Finding issue={failure} />
      {detail !== undefined && (
        <details>
          <summary>The stack</summary>
          <pre>{detail}</pre>
        </details>
      )}
    </div>
  )
}
