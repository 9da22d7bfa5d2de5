import { Record } from 'ncco-jsx'

export default function Flow() {
  // @ts-expect-error there is no such format
  return <Record format="mp4" endOnKey="#" />
}
