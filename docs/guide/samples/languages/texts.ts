const en = {
  language: 'en-GB',
  welcome: (name: string) => `Welcome, ${name}.`,
  orders: (count: number) =>
    count === 1 ? 'You have one order.' : `You have ${count} orders.`,
} as const

const de: Texts = {
  language: 'de-DE',
  welcome: (name) => `Willkommen, ${name}.`,
  orders: (count) =>
    count === 1
      ? 'Sie haben eine Bestellung.'
      : `Sie haben ${count} Bestellungen.`,
}

/** Each language has all texts: a missing one does not compile. */
export interface Texts {
  readonly language: 'en-GB' | 'de-DE'
  readonly welcome: (name: string) => string
  readonly orders: (count: number) => string
}

export const texts = { en, de } as const satisfies Record<string, Texts>
