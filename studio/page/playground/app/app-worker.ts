import { AppRunner } from './app-runner'
import { isolate } from './isolate'

// The page sends a port, and nothing else ever arrives here: the flow does not know the port.
self.onmessage = ({ ports: [port] }: MessageEvent) => {
  self.onmessage = null
  if (!port) return
  isolate(self)
  new AppRunner(port)
}
