import { createRequire, register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'

/**
 * Calls back with the files that are read as ES modules, when they are.
 *
 * @returns a function that calls back with the files that were read as CommonJS modules since, which no hook is told of
 */
export function reportFiles(onFiles: (files: readonly string[]) => void): () => void {
  const { port1, port2 } = new MessageChannel()
  port1.on('message', (url: string) => onFiles([fileURLToPath(url)]))
  port1.unref()
  register('./load-hook.js', import.meta.url, { data: port2, transferList: [port2] })
  const { cache } = createRequire(import.meta.url)
  const known = new Set<string>()
  return () => {
    const files = Object.keys(cache).filter((file) => !known.has(file) && !isInstalled(file))
    for (const file of files) known.add(file)
    if (files.length > 0) onFiles(files)
  }
}

function isInstalled(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file)
}
