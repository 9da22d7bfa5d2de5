import { below } from '../issues/report'
import { component, type Unchecked } from '../options/component'
import { part } from '../options/definition'
import { undocumented } from '../options/extra'
import { keyed, oneOf, required, seconds } from '../options/rules'

/** Options of the `advancedMachineDetection` object of a connect. */
export interface AdvancedMachineDetectionOptions {
  /** The reaction to a machine that answers: `continue` or `hangup`. The platform refuses an NCCO without it. */
  behavior: 'continue' | 'hangup'
  /**
   * `default` starts the NCCO at once and sends what it finds as events; `detect` waits for the verdict, human or
   * machine; `detect_beep` also waits for the beep.
   * @defaultValue 'detect'
   */
  mode?: 'default' | 'detect' | 'detect_beep' | undefined
  /** How long to wait for the beep, in seconds, 30 to 120; older texts say from 45. Not in mode `detect`, which does not wait for it. The default is undocumented. */
  beepTimeout?: number | undefined
}

export const advancedMachineDetection = part<AdvancedMachineDetectionOptions>(
  'advancedMachineDetection',
  'AdvancedMachineDetection',
  (table) =>
    table({
      inside: ['Connect'],
      options: {
        behavior: required(oneOf('continue', 'hangup')),
        mode: oneOf('default', 'detect', 'detect_beep'),
        beepTimeout: keyed('beep_timeout', seconds({ min: 30, max: 120, whole: true })),
      },
      extras: { callScreener: undocumented },
      reads: ['mode', 'beep_timeout'],
      check({ mode = 'detect', beep_timeout }, { object, path, report }) {
        const given = object.table.byKey.get('beep_timeout')
        if (beep_timeout !== undefined && mode === 'detect' && given) {
          report('beep-timeout-unused', below(path, given.key), { object, given })
        }
      },
    }),
)

/** Props of {@link AdvancedMachineDetection}. */
export interface AdvancedMachineDetectionProps extends AdvancedMachineDetectionOptions, Unchecked {}

/**
 * Inside `<Connect>` to a phone: finds out whether a human or a machine answers. Chargeable; overrides
 * `machineDetection`.
 *
 * @example
 * ```tsx
 * <Connect from="447700900000">
 *   <Phone number="447700900001" />
 *   <AdvancedMachineDetection behavior="continue" mode="detect_beep" beepTimeout={45} />
 * </Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/concepts/advanced-machine-detection
 */
export const AdvancedMachineDetection =
  component<AdvancedMachineDetectionProps>(advancedMachineDetection)
