export default function Flow() {
  // @ts-expect-error the component is <Talk>
  return <talk>Hello</talk>
}
