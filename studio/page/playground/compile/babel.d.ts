declare module '@babel/standalone' {
  /** As far as the playground uses it. */
  interface Transformed {
    readonly code: string
  }

  /** @throws a SyntaxError with `loc`, whose column counts from 0 */
  export function transform(source: string, options: object): Transformed
}
