import type { LoadHook } from 'node:module'
import type { MessagePort } from 'node:worker_threads'

// Runs in the thread of the module hooks of Node.
let port: MessagePort | undefined

export function initialize(data: MessagePort): void {
  port = data
}

export const load: LoadHook = (url, context, nextLoad) => {
  // tsx adds a query of its own.
  const [file] = url.split('?')
  if (file?.startsWith('file:') && !file.includes('/node_modules/')) port?.postMessage(file)
  return nextLoad(url, context)
}
