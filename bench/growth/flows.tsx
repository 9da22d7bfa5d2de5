import { Stream, Talk } from 'ncco-jsx'

/** A flow of any number of actions. */
export function LongFlow({ actions }: { actions: number }) {
  return Array.from({ length: actions }, (_, index) =>
    index % 2 === 0 ? (
      <Talk language="en-GB" style={2}>
        This is number {index}.
      </Talk>
    ) : (
      <Stream streamUrl="https://example.com/jingle.mp3" level={0.5} />
    ),
  )
}

/** The same actions as object literals. */
export function longLiteral(actions: number): object[] {
  return Array.from({ length: actions }, (_, index) =>
    index % 2 === 0
      ? { action: 'talk', text: `This is number ${index}.`, language: 'en-GB', style: 2 }
      : { action: 'stream', streamUrl: ['https://example.com/jingle.mp3'], level: 0.5 },
  )
}

/** One action in any number of components, each inside the last. */
export function DeepFlow({ depth }: { depth: number }) {
  return depth > 1 ? <DeepFlow depth={depth - 1} /> : <Talk>The end.</Talk>
}

/** Any number of async components, side by side. */
export function AsyncFlow({ siblings }: { siblings: number }) {
  return Array.from({ length: siblings }, (_, index) => <Later index={index} />)
}

async function Later({ index }: { index: number }) {
  await Promise.resolve()
  return <Talk>This is number {index}.</Talk>
}
