// What the server uses of Deno, whose own compiler knows all of it.
declare const Deno: {
  serve(options: { port: number }, handler: (request: Request) => Promise<Response>): void
}
