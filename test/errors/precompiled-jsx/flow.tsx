import { Talk } from 'ncco-jsx'
import { jsxTemplate } from 'ncco-jsx/jsx-runtime'

// What Deno makes of <Talk>Wait. <break time="1s" /></Talk> with "jsx": "precompile".
export default function Flow() {
  return <Talk>{jsxTemplate(['Wait. <break time="1s"></break>'])}</Talk>
}
