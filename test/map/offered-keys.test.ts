import { describe, expect, it } from 'vitest'
import { isRepetition, offeredKeys } from '../../src/map/offered-keys'

describe('the keys that words offer', () => {
  it.each([
    ['For sales, press 1. For support, press 2.', '12'],
    ['Press 1 for sales, 2 for support, or 3 to hear this again.', '123'],
    ['Press one for sales and two for support.', '12'],
    ['Press 1, 2 or 3.', '123'],
    ['Press 1 to 5 to rate us.', '12345'],
    ['Press star or the pound key.', '*#'],
    ['Press the "1" key.', '1'],
    ['To speak to someone, dial 0.', '0'],
    ['There are 3 calls before you. To leave a message, press 1.', '1'],
    ['Enter your 4 digit PIN.', ''],
    ['Please key in your date of birth: two digits for the day.', ''],
    ['Press 10 for more.', ''],
    ['We are open from 9 to 5.', ''],
    ['You keyed in 29. If that is right, press 1. If not, press 2.', '12'],
    ['Für Vertrieb drücken Sie bitte die 1, für Technik die Taste 2.', '12'],
    ['Wenn Sie die 3 drücken, verbinden wir Sie.', '3'],
    ['Wählen Sie die Eins.', '1'],
    ['Pour la vente, tapez 1. Sinon, appuyez sur la touche étoile.', '1*'],
    ['Para ventas, marque 1; para soporte, pulse el 2.', '12'],
    ['Per vendite, premere 1.', '1'],
    ['Druk op 1 voor verkoop.', '1'],
    ['営業は1を押してください。', '1'],
    ['请按1。', '1'],
    ['', ''],
  ])('%s', (text, keys) => {
    expect(
      offeredKeys(text)
        .map(({ key }) => key)
        .join(''),
    ).toBe(keys)
  })

  it('stand where the words have offered them', () => {
    const [first, second] = offeredKeys('For sales, press 1. For support, press 2.')
    expect(first?.place).toBeCloseTo(18 / 41)
    expect(second?.sentence).toBe('For support, press 2')
  })

  it('may be for hearing the words again', () => {
    const offered = offeredKeys('For sales, press 1. To hear this again, press star.')
    expect(offered.map(isRepetition)).toStrictEqual([false, true])
  })
})
