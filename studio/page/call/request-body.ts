/** The body of a request without what authorizes the platform at a websocket server, which is a secret. */
export function withoutAuthorization(body: string): string {
  return JSON.stringify(JSON.parse(body), (key, value) =>
    key === 'authorization' ? undefined : value,
  )
}
