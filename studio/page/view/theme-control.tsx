import { signal, useSignalEffect } from '@preact/signals'

type Theme = 'light dark' | 'light' | 'dark'

const key = 'ncco-jsx-studio.theme'
const theme = signal<Theme>((localStorage.getItem(key) as Theme | null) ?? 'light dark')

/** Light, dark, or as the system has it. */
export function ThemeControl() {
  useSignalEffect(() => {
    document.documentElement.style.colorScheme = theme.value
    localStorage.setItem(key, theme.value)
  })
  return (
    <select
      class="quiet"
      aria-label="Colours"
      value={theme.value}
      onChange={(event) => {
        theme.value = event.currentTarget.value as Theme
      }}
    >
      <option value="light dark">System</option>
      <option value="light">Light</option>
      <option value="dark">Dark</option>
    </select>
  )
}
