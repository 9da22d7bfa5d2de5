import { Conversation } from './conversation'

/** The conversations of a platform that have not ended, by id and by name. */
export class Conversations {
  readonly #makeUuid: () => string
  readonly #byId = new Map<string, Conversation>()
  readonly #byName = new Map<string, Conversation>()

  constructor(makeUuid: () => string) {
    this.#makeUuid = makeUuid
  }

  get(id: string): Conversation | undefined {
    return this.#byId.get(id)
  }

  /** The conversation of this name. It is opened if it does not exist. */
  named(name: string): Conversation {
    return this.#byName.get(name) ?? this.open(name)
  }

  /** Opens a conversation; without a name it is a call's own. */
  open(name?: string): Conversation {
    const conversation = new Conversation(`CON-${this.#makeUuid()}`, name, () => {
      this.#byId.delete(conversation.id)
      // Another one may have its name by now.
      if (name !== undefined && this.#byName.get(name) === conversation) this.#byName.delete(name)
    })
    this.#byId.set(conversation.id, conversation)
    if (name !== undefined) this.#byName.set(name, conversation)
    return conversation
  }
}
