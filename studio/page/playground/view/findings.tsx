import type { Finding } from '../finding'
import { flowFile } from '../flow-file'
import { usePlayground } from './context'

/** What is wrong with the flow, and what to write instead. */
export function Findings() {
  const { host } = usePlayground()
  const findings = host.findings.value
  return (
    <section class="findings" aria-label="Findings">
      <p role="status" class="findings-head">
        {inWords(findings, host.target.value.status)}
      </p>
      {findings.length > 0 && (
        <ol>
          {findings.map((finding, index) => (
            <Row key={index} finding={finding} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Row({ finding }: { finding: Finding }) {
  const { severity, code, message, remedy, place, line, column } = finding
  const { host } = usePlayground()
  const at = [line, column].filter((one) => one !== undefined).join(':')
  return (
    <li class={`finding ${severity}`}>
      {line !== undefined && (
        <button
          type="button"
          class="source"
          title="Show it in the editor"
          onClick={() => void host.openSource({ file: flowFile, line, column })}
        >
          {flowFile}:{at}
        </button>
      )}{' '}
      <strong>{code === undefined ? severity : <Explained code={code} />}</strong> {message}{' '}
      {remedy !== undefined && <em>{remedy}</em>} {place !== undefined && <code>{place}</code>}
    </li>
  )
}

/** A code, which the documentation around the playground explains. */
function Explained({ code }: { code: string }) {
  return (
    <a href={`../errors.html#${code}`} target="_blank" rel="noreferrer">
      {code}
    </a>
  )
}

function inWords(findings: readonly Finding[], status: string): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ]
  if (parts.length > 0) return parts.join(', ')
  return status === 'ready' ? 'No findings.' : 'The flow is being loaded.'
}
