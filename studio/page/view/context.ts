import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Studio } from '../studio'

export const StudioContext = createContext<Studio | undefined>(undefined)

export function useStudio(): Studio {
  const studio = useContext(StudioContext)
  if (!studio) throw new Error('This part of the page stands outside the studio.')
  return studio
}
