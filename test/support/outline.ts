import type { CallMap } from 'ncco-jsx/simulate'

/** A map in short: what is heard in each state, and where the acts lead, with acts that lead to the same in one line. */
export function outline({ states, edges }: CallMap): string {
  const lines = states.map((state) => {
    const { id, heard, legHeard, activity, ended, leg } = state
    const words = heard.map((text) => `“${text}”`).join(' ') || 'nothing'
    const whisper = legHeard ? ` (to the leg: ${legHeard.join(' ')})` : ''
    const what = ended ? `ended ${ended}` : activity
    const who = leg ? ` ${leg.to}` : ''
    const own = edges.filter(({ from }) => from === id)
    const targets = [...new Set(own.map(({ to }) => to))]
    const ways = targets.map((to) => {
      const acts = own.filter((edge) => edge.to === to).map(({ act }) => act)
      const first = acts.findIndex((act) => act.startsWith('press '))
      const keys = acts.filter((act) => act.startsWith('press '))
      const shown =
        keys.length > 2
          ? [
              ...acts.slice(0, first),
              `press ${keys.map((act) => act.slice(6)).join(' ')}`,
              ...acts.slice(first).filter((act) => !keys.includes(act)),
            ]
          : acts
      return `  ${to} ← ${shown.join(', ')}`
    })
    return [`${id} ${what}${who}: ${words}${whisper}`, ...ways].join('\n')
  })
  return lines.join('\n')
}
