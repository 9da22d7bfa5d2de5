/** The configuration of workerd for one worker, `server.mjs`. The address of its socket comes from the command line. */
export function workerdConfig(
  bindings: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): string {
  const texts = Object.entries(bindings).map(
    ([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`,
  )
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "*:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [(name = "server.mjs", esModule = embed "server.mjs")],
  bindings = [${texts.join(', ')}],
  compatibilityDate = "2026-01-01",
  compatibilityFlags = ${JSON.stringify(flags)},
);
`
}
