import { workerData } from 'node:worker_threads'

// Runs in a thread of its own: the app's may be in an endless loop, which hears of nothing.

/** Milliseconds between two looks. */
const interval = 500

const studio: number = workerData

setInterval(() => {
  // Nobody catches this signal, not even a thread that does nothing else.
  if (!isThere()) process.kill(process.pid, 'SIGKILL')
}, interval)

/** Whether the studio still runs. Where processes are adopted, the parent is another one afterwards. */
function isThere(): boolean {
  if (process.ppid !== studio) return false
  try {
    return process.kill(studio, 0)
  } catch {
    return false
  }
}
