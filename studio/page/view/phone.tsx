import { AnotherCaller } from './another-caller'
import { CallOptions } from './call-options'
import { useStudio } from './context'
import { FaultControl } from './fault-control'
import { Keypad } from './keypad'
import { LiveMicrophone } from './live-microphone'
import { Parties } from './parties'
import { SayForm } from './say-form'
import { SoundControl } from './sound-control'

/** The caller's phone. */
export function Phone() {
  const studio = useStudio()
  const isLive = studio.isLive.value
  const { to = '447700900000' } = studio.settings.value
  return (
    <section class="column phone" aria-label="Phone">
      <h2 class="visually-hidden">Phone</h2>
      <div class="handset">
        <p class="number">
          <label>
            <span class="visually-hidden">Number to call</span>
            <input
              type="tel"
              autocomplete="off"
              value={to}
              disabled={isLive}
              onChange={(event) => {
                studio.settings.value = { ...studio.settings.value, to: event.currentTarget.value }
              }}
            />
          </label>
        </p>
        <p class="muted state">{stateWords(studio.view.value?.state)}</p>
        <div class="row calling">
          <button
            type="button"
            class="go"
            disabled={!studio.canCall.value || isLive}
            onClick={() => void studio.call()}
          >
            Call
          </button>
          <button
            type="button"
            class="stop"
            disabled={!isLive}
            onClick={() => void studio.perform({ kind: 'hang-up' })}
          >
            Hang up
          </button>
        </div>
        <Keypad
          label="Keypad"
          isEnabled={isLive}
          withKeyboard
          onKey={(keys) => void studio.perform({ kind: 'press', keys })}
        />
        <SayForm />
        <LiveMicrophone />
      </div>
      <Parties />
      <AnotherCaller />
      <div class="row wrap">
        <SoundControl />
        <FaultControl />
      </div>
      <CallOptions />
    </section>
  )
}

const states: Readonly<Record<string, string>> = {
  calling: 'calling',
  ringing: 'ringing',
  playing: 'a prompt plays',
  listening: 'listening',
  recording: 'recording',
  connecting: 'connecting',
  connected: 'connected',
  conversation: 'in a conversation',
  waiting: 'waiting',
  asking: 'the app is asked',
  ended: 'the call is over',
}

function stateWords(state: string | undefined): string {
  return state === undefined ? 'no call' : (states[state] ?? state)
}
