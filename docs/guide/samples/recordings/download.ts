import { tokenGenerate } from '@vonage/jwt'

interface Transcript {
  readonly channels: readonly {
    readonly transcript: readonly { readonly sentence: string }[]
  }[]
}

export async function fetchRecording(url: string): Promise<ArrayBuffer> {
  return (await download(url)).arrayBuffer()
}

export async function fetchJson(url: string): Promise<Transcript> {
  return (await download(url)).json()
}

/** Only the application that recorded may download, so it shows its token. */
async function download(url: string): Promise<Response> {
  const token = tokenGenerate(
    process.env.VONAGE_APPLICATION_ID ?? '',
    process.env.VONAGE_PRIVATE_KEY ?? '',
  )
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`Download failed: ${response.status}`)
  return response
}
