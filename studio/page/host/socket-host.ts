import type { SocketHappening } from '../../src/socket-messages'

/** Connects websocket legs to their servers, with audio. */
export interface SocketHost {
  /**
   * Connects a leg.
   *
   * @param endpoint as the NCCO has it
   * @param signature the name of the variable with the secret that signs the handshake
   */
  connect(
    endpoint: Readonly<Record<string, unknown>>,
    signature: string | undefined,
    listener: SocketListener,
  ): SocketLine
}

/** Hears of a connection. */
export interface SocketListener {
  onHappening(happening: SocketHappening): void
  /** What the server says: 20 ms, mono, 16 bit. */
  onAudio(samples: Int16Array, rate: number): void
}

/** A connection to the server of a leg. */
export interface SocketLine {
  /** Says what a microphone hears. */
  speak(samples: Int16Array, rate: number): void
  /** Tells the server of keys. */
  press(keys: string): void
  end(): void
}
