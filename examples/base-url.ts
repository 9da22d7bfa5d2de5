import { createContext, useContext } from 'ncco-jsx'

/** Where Vonage reaches this flow, without a slash at the end. */
export const BaseUrl = createContext('https://example.com')

/** The absolute URL of a path of this flow, because Vonage takes no relative ones. */
export function useUrl(path: string): string {
  return `${useContext(BaseUrl)}${path}`
}
