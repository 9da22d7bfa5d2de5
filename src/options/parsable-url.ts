/** Whether `new URL` takes a text. Not `canParse`: in Node 20 it refuses a host with a letter such as ü after some thousand calls. */
export function isParsableUrl(url: string): boolean {
  try {
    new URL(url)
    return true
  } catch {
    return false
  }
}
