// Vite bundles the file, and gives its URL.
declare module '*?worker&url' {
  const url: string
  export default url
}
