import type { Source } from '../../src/protocol'
import { useStudio } from './context'

/** A place in a file, which opens in the user's editor. */
export function SourceLink({ source }: { source: Source }) {
  const studio = useStudio()
  const { file, line } = source
  const folder = studio.connection.folder.value
  const shown =
    folder !== '' && file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file
  return (
    <button
      type="button"
      class="source"
      title={`Open ${file} in the editor`}
      onClick={() =>
        void studio.attempt(async () => {
          await studio.connection.openSource(source)
          return undefined
        })
      }
    >
      {shown}:{line}
    </button>
  )
}
