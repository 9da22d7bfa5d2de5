import type { VoiceOptions } from 'ncco-jsx/dialog'

interface Texts {
  readonly voice: VoiceOptions
  readonly welcome: string
  readonly menu: string
  readonly noMatch: string
  readonly hours: string
  readonly connecting: string
  readonly goodbye: string
}

const en: Texts = {
  voice: { language: 'en-GB' },
  welcome: 'Welcome to the city museum.',
  menu: 'For our opening hours, press 1. To talk to us, press 2. For another language, press star.',
  noMatch: 'That is not one of the choices.',
  hours: 'We are open from ten to six, every day but Monday.',
  connecting: 'I will connect you.',
  goodbye: 'Goodbye.',
}

const de: Texts = {
  voice: { language: 'de-DE' },
  welcome: 'Willkommen im Stadtmuseum.',
  menu: 'Für unsere Öffnungszeiten drücken Sie die 1. Um mit uns zu sprechen, drücken Sie die 2. Für eine andere Sprache drücken Sie Stern.',
  noMatch: 'Das steht nicht zur Auswahl.',
  hours: 'Wir haben von zehn bis achtzehn Uhr geöffnet, außer montags.',
  connecting: 'Ich verbinde Sie.',
  goodbye: 'Auf Wiederhören.',
}

const fr: Texts = {
  voice: { language: 'fr-FR' },
  welcome: 'Bienvenue au musée de la ville.',
  menu: 'Pour nos horaires, appuyez sur le 1. Pour nous parler, appuyez sur le 2. Pour une autre langue, appuyez sur étoile.',
  noMatch: "Ce n'est pas un des choix.",
  hours: 'Nous sommes ouverts de dix heures à dix-huit heures, sauf le lundi.',
  connecting: 'Je vous mets en relation.',
  goodbye: 'Au revoir.',
}

/** What is said in each language. */
export const texts = { en, de, fr }
