import { CopyButton } from '../../view/copy-button'

const command = 'npm create ncco-jsx'

/** Where a flow goes from here. */
export function NextStep() {
  return (
    <footer class="next">
      <span>
        Next: <code>{command}</code> makes a project that runs, tests and deploys. Put this flow
        into it.
      </span>
      <CopyButton text={command} label="Copy the command" />
      <a href="../">Documentation</a>
    </footer>
  )
}
