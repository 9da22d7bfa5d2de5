import { signal } from '@preact/signals'
import type { Source } from '../../src/protocol'
import { parseFragment as parseCall } from '../call/link'
import { reasonOf } from '../call/replay'
import { copyText } from '../host/clipboard'
import type { CallSounds } from '../sound/call-sounds'
import { Studio } from '../studio'
import { BrowserHost } from './browser-host'
import { Compiler } from './compile/compiler'
import type { Flow } from './flow'
import { type Opened, parseFragment, toFragment } from './link'
import { findStart, type Start, starts } from './start/starts'

/** Milliseconds without a key after which a changed flow is loaded. */
const pause = 350

/** The page with the flow that is written in it. */
export class Playground {
  readonly host: BrowserHost
  readonly studio: Studio
  /** The flow that was opened. Changes of its reader are not in it. */
  readonly opened = signal<Flow>({ source: '' })
  /** The flow of the menu that it began as, until it is changed. */
  readonly start = signal<string | undefined>(undefined)
  /** A place that the editor is asked to show. */
  readonly asked = signal<Source | undefined>(undefined)
  readonly #compiler = new Compiler()
  #source = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(sounds: CallSounds) {
    this.host = new BrowserHost(this.#compiler, {
      settings: () => this.studio.settings.value,
      show: (source) => {
        this.asked.value = { ...source }
      },
      linkTo: async (fragment) => {
        return new URL(await this.#fragment(fragment), location.href).href
      },
    })
    this.studio = new Studio(this.host, sounds)
  }

  /** Opens what the URL of the page says. */
  async open(): Promise<void> {
    try {
      const { opened = { start: starts[0].id }, settings } = await parseFragment(location.hash)
      if ('start' in opened) this.#put(findStart(opened.start), settings)
      else this.#put({ flow: opened }, settings)
      this.studio.offered.value = parseCall(location.hash)
    } catch (error) {
      if (this.#source === '') this.#put(starts[0])
      this.studio.notice.value = { kind: 'problem', text: reasonOf(error) }
    }
  }

  /** Opens a flow of the menu. */
  choose(id: string): void {
    this.#put(findStart(id))
    void this.#writeUrl()
  }

  /** Expects a change, and loads the compiler for it. */
  expectEdit(): void {
    this.#compiler.warmUp()
  }

  /** Takes what its reader writes, and loads it after a pause. */
  edit(source: string): void {
    this.#source = source
    this.start.value = undefined
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.host.load({ source })
      void this.#writeUrl()
    }, pause)
  }

  /** Copies a link to the flow. */
  share(): Promise<void> {
    return this.studio.attempt(async () => {
      await copyText(await this.host.linkTo(''))
      return 'The link has the flow. It is in the link itself: nothing was sent.'
    })
  }

  /** @param call the fragment of a call, which is added */
  #fragment(call = ''): Promise<string> {
    const { value: id } = this.start
    const opened: Opened = id === undefined ? { source: this.#source } : { start: id }
    // A flow of the menu has the options that it comes with.
    const { settings } = this.studio
    const isAsOpened = id !== undefined && settings.value === this.host.settings.value
    return toFragment(opened, isAsOpened ? {} : settings.value, call)
  }

  #put({ id, flow, settings }: Pick<Start, 'flow'> & Partial<Start>, given = settings): void {
    clearTimeout(this.#timer)
    this.studio.forget()
    this.#source = flow.source
    this.start.value = id
    this.opened.value = flow
    this.host.settings.value = given ?? {}
    this.host.load(flow)
  }

  async #writeUrl(): Promise<void> {
    history.replaceState(null, '', await this.#fragment())
  }
}
