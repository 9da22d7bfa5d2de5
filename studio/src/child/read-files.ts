import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

type Read = (file: unknown, ...more: unknown[]) => unknown

/**
 * Calls back with the files that are read by other means than as modules, such as texts of prompts.
 *
 * @returns a function that ends it. What an app reads while it answers may be what it writes itself.
 */
export function reportRead(onFiles: (files: readonly string[]) => void): () => void {
  const restore = [watch(fs, 'readFileSync'), watch(fs, 'readFile'), watch(fs.promises, 'readFile')]
  syncBuiltinESMExports()
  return () => {
    for (const one of restore) one()
    syncBuiltinESMExports()
  }

  function watch<Name extends string>(module: Record<Name, unknown>, name: Name): () => void {
    const read = module[name] as Read
    module[name] = ((file, ...more) => {
      const path = pathOf(file)
      if (path !== undefined && !/[\\/]node_modules[\\/]/.test(path)) onFiles([path])
      return Reflect.apply(read, module, [file, ...more])
    }) satisfies Read
    return () => {
      module[name] = read
    }
  }
}

/** The absolute path of a file; `undefined` for one that is known by a number. */
function pathOf(file: unknown): string | undefined {
  if (file instanceof URL) return file.protocol === 'file:' ? fileURLToPath(file) : undefined
  return typeof file === 'string' ? resolve(file) : undefined
}
