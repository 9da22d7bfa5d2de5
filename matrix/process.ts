import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** The output of a command, and how it ended. */
export interface Printed {
  readonly status: number | null
  readonly stdout: string
  /** Both streams, as they came. */
  readonly all: string
}

export interface CommandOptions {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

const patience = 300_000

// Each is in a group of its own, so an interrupt of the terminal does not reach it.
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach(stop))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

/** Runs a command line to its end. */
export function runToEnd(command: string, options: CommandOptions): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = start(command, options)
    let stdout = ''
    let all = ''
    const timer = setTimeout(() => {
      stop(child)
      reject(new Error(`${command}\ndid not end within ${patience / 1000} seconds:\n${all}`))
    }, patience)
    child.stdout?.on('data', (chunk) => {
      stdout += chunk
      all += chunk
    })
    child.stderr?.on('data', (chunk) => {
      all += chunk
    })
    child.on('close', (status) => {
      clearTimeout(timer)
      resolve({ status, stdout, all })
    })
  })
}

/** A server that runs. */
export interface Server {
  readonly origin: string
  /** Both streams so far, as they came. */
  readonly printed: string
  stop(): Promise<void>
}

/** Starts a server on a free port, given as `PORT`, and waits until it takes connections. `{port}` stands for it in the command. */
export async function startServer(command: string, options: CommandOptions): Promise<Server> {
  const port = await freePort()
  const env = { ...options.env, PORT: String(port) }
  const child = start(command.replaceAll('{port}', String(port)), { ...options, env })
  let printed = ''
  child.stdout?.on('data', (chunk) => {
    printed += chunk
  })
  child.stderr?.on('data', (chunk) => {
    printed += chunk
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const until = Date.now() + patience
  while (!(await takesConnections(port))) {
    const isOver = child.exitCode !== null || child.signalCode !== null
    if (isOver || Date.now() > until) {
      stop(child)
      throw new Error(`${command}\nserves nothing:\n${printed}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    get printed() {
      return printed
    },
    stop() {
      stop(child)
      return ended
    },
  }
}

/** The answer of a server; its text, if the status is not the expected one. */
export async function fetchJson<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}:\n${text}`)
  return JSON.parse(text)
}

function start(command: string, { cwd, env }: CommandOptions): ChildProcess {
  // A group of its own, so that what the command starts ends with it.
  const detached = process.platform !== 'win32'
  const child = spawn(command, {
    cwd,
    env,
    shell: true,
    detached,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.on('close', () => running.delete(child))
  return child
}

function stop({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/T', '/F'])
  else process.kill(-pid, 'SIGKILL')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
