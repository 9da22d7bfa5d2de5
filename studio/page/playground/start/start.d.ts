// An example as one module, which the plugin of start-sources.ts makes.
declare module '*&start' {
  const flow: import('../flow').Flow
  export default flow
}
