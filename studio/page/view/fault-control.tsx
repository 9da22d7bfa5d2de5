import type { ActFault } from '../call/act'
import { useStudio } from './context'

const faults: readonly { readonly label: string; readonly fault: ActFault }[] = [
  { label: 'takes 6 s', fault: { slow: 6 } },
  { label: 'gets status 503', fault: { status: 503 } },
  { label: 'is cut off', fault: 'closed' },
  { label: 'comes twice', fault: 'duplicate' },
  { label: 'comes late', fault: 'late' },
]

/** The fault of the next webhook. */
export function FaultControl() {
  const studio = useStudio()
  const current = JSON.stringify(
    (studio.isLive.value ? studio.view.value?.fault : studio.nextFault.value) ?? null,
  )
  const index = faults.findIndex(({ fault }) => JSON.stringify(fault) === current)
  return (
    <label class="inline">
      The next webhook{' '}
      <select
        value={String(index)}
        onChange={(event) => {
          const chosen = faults[Number(event.currentTarget.value)]
          if (chosen) void studio.perform({ kind: 'fault', fault: chosen.fault })
          else studio.withdrawFault()
        }}
      >
        <option value="-1">arrives</option>
        {faults.map(({ label }, place) => (
          <option key={label} value={String(place)}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
