import { useEffect, useState } from 'preact/hooks'
import { CopyButton } from './copy-button'

/** The same NCCO as TSX. The converter is loaded when it is first needed. */
export function NccoTsx({ ncco }: { ncco: readonly object[] }) {
  const [source, setSource] = useState('')
  useEffect(() => {
    let isWanted = true
    void import('ncco-jsx/convert').then(({ toTsx }) => {
      if (isWanted) setSource(written(toTsx, ncco))
    })
    return () => {
      isWanted = false
    }
  }, [ncco])
  return (
    <div class="tsx">
      <CopyButton text={source} label="Copy TSX" />
      <pre>{source}</pre>
    </div>
  )
}

function written(toTsx: (ncco: unknown) => string, ncco: readonly object[]): string {
  try {
    return toTsx(ncco)
  } catch (error) {
    return `// ${String((error as Error).message)}`
  }
}
