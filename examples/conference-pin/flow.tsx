import { Conversation, Talk } from 'ncco-jsx'
import { Ask, Voice } from 'ncco-jsx/dialog'
import type { VoiceAppOptions } from 'ncco-jsx/serve'

interface Seat {
  readonly room: string
  readonly isHost: boolean
}

/** Who may enter which room, by PIN; a real one would ask a database. */
const seats: Readonly<Record<string, Seat>> = {
  '2468': { room: 'board', isHost: false },
  '246810': { room: 'board', isHost: true },
  '1357': { room: 'sales', isHost: false },
  '135790': { room: 'sales', isHost: true },
}

async function findSeat(pin: string): Promise<Seat | undefined> {
  return Object.hasOwn(seats, pin) ? seats[pin] : undefined
}

/** Lets callers with a PIN into the room that it belongs to. */
function Answer() {
  return (
    <Voice language="en-GB">
      <Talk>Welcome to the conference service.</Talk>
      <Ask
        name="pin"
        digits={{ min: 4, max: 6, terminator: '#' }}
        prompt="Please key in your PIN, followed by the hash key."
        noInput="I did not hear any keys."
        noMatch="There is no conference with this PIN."
        check={async (pin) => (await findSeat(pin)) !== undefined}
        otherwise={<Talk>Please check your PIN, and call again. Goodbye.</Talk>}
      >
        {(pin) => <Room pin={pin} />}
      </Ask>
    </Voice>
  )
}

async function Room({ pin }: { pin: string }) {
  const seat = await findSeat(pin)
  if (!seat) return <Talk>The conference is over. Goodbye.</Talk>
  return seat.isHost ? <Host room={seat.room} /> : <Guest room={seat.room} />
}

/** The conference starts and ends with the host. */
function Host({ room }: { room: string }) {
  return (
    <>
      <Talk>Welcome, host. The conference starts now.</Talk>
      <Conversation name={room} startOnEnter endOnExit />
    </>
  )
}

/** Guests hear music until the host is there. */
function Guest({ room }: { room: string }) {
  return (
    <>
      <Talk>The conference starts when the host arrives.</Talk>
      <Conversation name={room} startOnEnter={false} musicOnHoldUrl="/hold.mp3" />
    </>
  )
}

export const flow: VoiceAppOptions = { answer: Answer }
