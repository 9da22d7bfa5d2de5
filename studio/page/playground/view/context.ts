import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Playground } from '../playground'

export const PlaygroundContext = createContext<Playground | undefined>(undefined)

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext)
  if (!playground) throw new Error('This part of the page stands outside the playground.')
  return playground
}
