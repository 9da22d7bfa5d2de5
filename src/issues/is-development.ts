/** Whether this process is one of development: there is an environment, and its `NODE_ENV` is not `production`. */
export function isDevelopment(): boolean {
  try {
    const { process } = globalThis as { process?: { env?: { NODE_ENV?: string } } }
    return process?.env !== undefined && process.env.NODE_ENV !== 'production'
  } catch {
    // Some runtimes let a program read its environment only if it is allowed to.
    return false
  }
}
