import { Connect, Phone, Talk } from 'ncco-jsx'
import { Ask, Choice, Menu, OpeningHours, once, Voice } from 'ncco-jsx/dialog'
import type { AnswerProps, VoiceAppOptions } from 'ncco-jsx/serve'
import { bookNextSlot, isDate } from './calendar'

const weekday = ['09:00-12:30', '13:30-17:00']
const hours = { mon: weekday, tue: weekday, wed: '09:00-12:30', thu: weekday, fri: weekday }

/** Books appointments by itself, and connects to a nurse; a caller who gets nowhere comes to the reception. */
function Answer({ to }: AnswerProps) {
  return (
    <Voice language="en-GB">
      <OpeningHours
        zone="Europe/London"
        hours={hours}
        closed={['2026-12-25', '2026-12-28']}
        otherwise={<Talk>The surgery is closed. In an emergency, please call 999.</Talk>}
      >
        <Talk>Welcome to the surgery.</Talk>
        <Menu
          prompt="For appointments, press 1. For a nurse, press 2."
          noInput="I did not hear anything."
          noMatch="That is not one of the choices."
          otherwise={<Ring from={to} number="447700900002" />}
        >
          <Choice digit="1" phrases={['appointments', 'appointment']}>
            <Ask
              name="birthday"
              digits={8}
              prompt="Please key in your date of birth: two digits for the day, two for the month, and four for the year."
              noMatch="That is not a date."
              check={isDate}
              confirm={(digits) => (
                <>
                  You keyed in <say-as interpret-as="digits">{digits}</say-as>. If that is right,
                  press 1. If not, press 2.
                </>
              )}
              otherwise={<Ring from={to} number="447700900002" />}
            >
              {(birthday) => <Booking birthday={birthday} />}
            </Ask>
          </Choice>
          <Choice digit="2" phrases={['nurse']}>
            <Ring from={to} number="447700900003" />
          </Choice>
        </Menu>
        <Talk>Thank you for calling.</Talk>
      </OpeningHours>
    </Voice>
  )
}

/** Books once in a call, however often it is rendered. */
async function Booking({ birthday }: { birthday: string }) {
  const slot = await once('booking', (key) => bookNextSlot(birthday, { key }))
  return (
    <Talk>
      Your appointment is on {slot.day} at {slot.time}.
    </Talk>
  )
}

function Ring({ from, number }: { from: string; number: string }) {
  return (
    <Connect from={from} timeout={30}>
      <Phone number={number} />
    </Connect>
  )
}

export const flow: VoiceAppOptions = { answer: Answer }
