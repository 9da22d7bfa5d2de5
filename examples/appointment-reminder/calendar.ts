/** When somebody is expected. */
export interface Appointment {
  /** Day and month, such as `24/12`. */
  readonly day: string
  readonly time: string
}

type State = 'open' | 'confirmed' | 'cancelled'

const next: Appointment = { day: '24/12', time: 'half past nine' }

/** The clinic's calendar by the patient's number; a real one would be a database. */
const appointments = new Map<string, Appointment & { state: State }>()

/** The next appointment of a patient. */
export async function findAppointment(patient: string): Promise<Appointment & { state: State }> {
  return appointments.get(patient) ?? { ...next, state: 'open' }
}

/** Two appointments that are free instead. */
export async function findFree(): Promise<readonly Appointment[]> {
  return [
    { day: '28/12', time: 'ten' },
    { day: '29/12', time: 'half past three' },
  ]
}

/** Confirms or cancels the appointment of a patient. Doing it twice changes nothing more. */
export async function setState(patient: string, state: State): Promise<void> {
  appointments.set(patient, { ...(await findAppointment(patient)), state })
}

/** Moves the appointment of a patient. Doing it twice changes nothing more. */
export async function moveTo(patient: string, appointment: Appointment): Promise<void> {
  appointments.set(patient, { ...appointment, state: 'confirmed' })
}
