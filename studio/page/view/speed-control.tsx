import type { Speed } from '../call/ticker'
import { useStudio } from './context'

const speeds: readonly { readonly value: Speed; readonly label: string; readonly name: string }[] =
  [
    { value: 0, label: '❚❚', name: 'Pause' },
    { value: 1, label: '1×', name: 'Real time' },
    { value: 2, label: '2×', name: 'Twice as fast' },
    { value: 4, label: '4×', name: 'Four times as fast' },
    { value: 'at once', label: '»', name: 'At once' },
  ]

/** How fast the time of the call passes. */
export function SpeedControl() {
  const { speed, live } = useStudio()
  const isAudible = live.isAny.value
  return (
    <fieldset
      class="segments"
      disabled={isAudible}
      title={isAudible ? 'Audio has no other pace than real time.' : undefined}
    >
      <legend class="visually-hidden">Time</legend>
      {speeds.map(({ value, label, name }) => (
        <label key={name} title={name} class={speed.value === value ? 'chosen' : ''}>
          <input
            type="radio"
            name="speed"
            class="visually-hidden"
            aria-label={name}
            checked={speed.value === value}
            onChange={() => {
              speed.value = value
            }}
          />
          <span aria-hidden="true">{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
