import type { ComponentChildren } from 'preact'
import { useStudio } from './context'
import { SpeedControl } from './speed-control'
import { ThemeControl } from './theme-control'

interface HeaderProps {
  /** Which page of ncco-jsx it is. */
  readonly name: string
  /** What else can be done in it. */
  readonly children?: ComponentChildren
}

export function Header({ name, children }: HeaderProps) {
  const { connection } = useStudio()
  const target = connection.target.value
  return (
    <header class="header">
      <h1 class="brand">
        ncco-jsx <span>{name}</span>
      </h1>
      <p class="target">
        <span class={`dot ${dotOf(connection.status.value, target?.status)}`} aria-hidden="true" />
        <span class="target-name">{target?.name ?? '…'}</span>{' '}
        <span class="muted">{words(connection.status.value, target?.status)}</span>
        {target?.kind === 'module' && (
          <button type="button" class="quiet" onClick={() => connection.restart()}>
            Load again
          </button>
        )}
      </p>
      {children}
      <div class="header-tools">
        <SpeedControl />
        <ThemeControl />
      </div>
    </header>
  )
}

function dotOf(connection: string, target: string | undefined): string {
  if (connection !== 'open') return 'off'
  return target === 'broken' ? 'bad' : target === 'ready' ? 'good' : 'off'
}

function words(connection: string, target: string | undefined): string {
  if (connection === 'lost') return 'the studio does not run'
  if (connection === 'connecting') return 'connecting'
  return target === 'broken' ? 'is broken' : target === 'loading' ? 'is being loaded' : 'is ready'
}
