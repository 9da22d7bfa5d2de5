// By which a flow could reach other hosts, keep something in the browser, or start threads that outlive it.
const powers = [
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport'],
  ...['importScripts', 'Worker', 'SharedWorker', 'BroadcastChannel', 'Notification'],
  ...['indexedDB', 'caches', 'cookieStore', 'navigator', 'FontFace', 'fonts'],
  'webkitRequestFileSystem',
  ...['webkitRequestFileSystemSync', 'webkitResolveLocalFileSystemURL'],
  ...['webkitResolveLocalFileSystemSyncURL', 'postMessage', 'close', 'onmessage', 'location'],
]

/**
 * Takes from this worker everything but computing. The policy of the page forbids requests as well; this forbids what no policy does, such as
 * what the browser keeps for the page.
 */
export function isolate(scope: object): void {
  for (let owner: object | null = scope; owner; owner = Object.getPrototypeOf(owner)) {
    for (const name of powers) Reflect.deleteProperty(owner, name)
  }
}
