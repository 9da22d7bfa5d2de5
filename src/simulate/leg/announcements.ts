import type { Player, Prompt } from '../audio/player'

/** Speech, or audio from a URL. */
export type AnnouncementKind = 'talk' | 'stream'

/** What the application plays to one leg by REST: at most one of each kind, beside the prompts of the NCCO. */
export class Announcements {
  readonly #makePlayer: () => Player
  readonly #players = new Map<AnnouncementKind, Player>()

  constructor(makePlayer: () => Player) {
    this.#makePlayer = makePlayer
  }

  /** Whether one plays that was not heard in full yet. */
  get hasMoreToSay(): boolean {
    for (const player of this.#players.values()) if (player.hasMoreToSay) return true
    return false
  }

  /** The part of each that was heard so far. */
  get underWay(): string[] {
    return [...this.#players.values()].flatMap(({ underWay }) => underWay ?? [])
  }

  /** Plays one instead of the one of its kind. */
  play(kind: AnnouncementKind, prompt: Prompt): void {
    this.stop(kind)
    const player = this.#makePlayer()
    this.#players.set(kind, player)
    player.play(prompt)
  }

  stop(kind: AnnouncementKind): void {
    this.#players.get(kind)?.stop()
    this.#players.delete(kind)
  }

  stopAll(): void {
    for (const kind of [...this.#players.keys()]) this.stop(kind)
  }
}
