import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a project of so many modules with a flow component each, half of which use the one before. */
export function writeProject(folder: string, modules: number): void {
  mkdirSync(join(folder, 'flows'), { recursive: true })
  for (let index = 0; index < modules; index++) {
    writeFileSync(join(folder, `flows/flow${index}.tsx`), flow(index))
  }
  const compilerOptions = {
    target: 'es2022',
    module: 'preserve',
    jsx: 'react-jsx',
    jsxImportSource: 'ncco-jsx',
    strict: true,
    noEmit: true,
    types: [],
  }
  const config = { compilerOptions, include: ['flows'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
}

/** Breaks one module of the project: a misspelt option, which the compiler must see. */
export function breakProject(folder: string): void {
  const text = flow(0).replace('maxDigits', 'maxDigit')
  writeFileSync(join(folder, 'flows/flow0.tsx'), text)
}

function flow(index: number): string {
  const before = index % 2 === 1 ? `Flow${index - 1}` : undefined
  return `
    import { Connect, Dtmf, Input, Notify, Phone, Record, Speech, Stream, Talk } from 'ncco-jsx'
    ${before ? `import { ${before} } from './flow${index - 1}'` : ''}

    interface Props${index} {
      readonly from: string
      readonly attempt?: number
    }

    export function Flow${index}({ from, attempt = ${index} }: Props${index}) {
      return (
        <>
          <Notify payload={{ from, attempt }} eventUrl="https://example.com/events" />
          <Stream streamUrl="https://example.com/jingle.mp3" level={0.5} />
          <Talk language="en-GB" style={2} bargeIn>
            Welcome, {from}. <break time="300ms" /> {attempt > 1 && 'Sorry, once more. '}
            <prosody rate="slow">For sales, press 1.</prosody>
          </Talk>
          <Input eventUrl="https://example.com/chosen/${index}">
            <Dtmf maxDigits={1} timeOut={5} />
            <Speech language="en-GB" context={['sales', 'support']} />
          </Input>
          <Connect from="447700900000" timeout={20} eventUrl="https://example.com/events">
            <Phone number="447700900002" />
          </Connect>
          <Record format="mp3" endOnSilence={3} beepStart eventUrl="https://example.com/recorded" />
          ${before ? `{attempt < 3 && <${before} from={from} />}` : ''}
        </>
      )
    }`
}
