/** Copies a text. Browsers have a clipboard only at localhost and over https. */
export async function copyText(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (!clipboard) {
    throw new Error('The browser copies only at localhost or over https. Open the page there.')
  }
  await clipboard.writeText(text)
}
