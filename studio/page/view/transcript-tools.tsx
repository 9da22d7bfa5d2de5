import { copyLink, copyReport, saveAsTest } from '../keepsakes'
import { useStudio } from './context'

/** What can be made of a call. */
export function TranscriptTools() {
  const studio = useStudio()
  const hasCall = (studio.view.value?.stories.length ?? 0) > 0
  return (
    <div class="row tools">
      <button type="button" disabled={!hasCall} onClick={() => void saveAsTest(studio)}>
        Save as test
      </button>
      <button type="button" disabled={!hasCall} onClick={() => void copyLink(studio)}>
        Copy link
      </button>
      <button type="button" disabled={!hasCall} onClick={() => void copyReport(studio)}>
        Copy as text
      </button>
    </div>
  )
}
