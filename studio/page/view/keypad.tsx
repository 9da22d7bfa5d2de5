import { useEffect, useRef, useState } from 'preact/hooks'
import { useStudio } from './context'

const rows = [
  ['1', ''],
  ['2', 'abc'],
  ['3', 'def'],
  ['4', 'ghi'],
  ['5', 'jkl'],
  ['6', 'mno'],
  ['7', 'pqrs'],
  ['8', 'tuv'],
  ['9', 'wxyz'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const

interface KeypadProps {
  readonly label: string
  readonly isEnabled: boolean
  /** Whether keys of the keyboard are keys of this phone, wherever nothing is being written. */
  readonly withKeyboard?: boolean
  readonly onKey: (key: string) => void
}

/** Twelve keys, which sound as long as they are held. */
export function Keypad({ label, isEnabled, withKeyboard = false, onKey }: KeypadProps) {
  const { tones } = useStudio().sounds
  const [held, setHeld] = useState<string | undefined>(undefined)
  const press = useRef(onKey)
  press.current = onKey
  const hold = (key: string) => {
    setHeld(key)
    tones.hold(key)
  }
  const release = () => {
    setHeld(undefined)
    tones.release()
  }
  useEffect(() => {
    if (!withKeyboard || !isEnabled) return
    const down = (event: KeyboardEvent) => {
      if (event.repeat || isWriting(event) || !rows.some(([key]) => key === event.key)) return
      event.preventDefault()
      hold(event.key)
      press.current(event.key)
    }
    document.addEventListener('keydown', down)
    document.addEventListener('keyup', release)
    return () => {
      document.removeEventListener('keydown', down)
      document.removeEventListener('keyup', release)
      release()
    }
  }, [withKeyboard, isEnabled])
  return (
    <fieldset class="keypad" disabled={!isEnabled}>
      <legend class="visually-hidden">{label}</legend>
      {rows.map(([key, letters]) => (
        <button
          key={key}
          type="button"
          data-letters={letters}
          class={held === key ? 'key held' : 'key'}
          onPointerDown={() => hold(key)}
          onPointerUp={release}
          onPointerLeave={release}
          onPointerCancel={release}
          onClick={() => onKey(key)}
        >
          {key}
        </button>
      ))}
    </fieldset>
  )
}

/** Whether the key goes into a field, or belongs to a command of the browser. */
function isWriting({ target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return true
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  )
}
