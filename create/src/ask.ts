import { intro, isCancel, select, text } from '@clack/prompts'
import { type Choice, type Choices, defaultChoices, flows, managers, servers } from './choices'
import { checkFolder } from './folder'

/** Asks for what was not given; `undefined` if the user leaves. */
export async function askFor(given: Partial<Choices>): Promise<Choices | undefined> {
  const usual = { ...defaultChoices(), ...given }
  intro('A Vonage voice call in TSX')
  const folder = given.folder ?? (await askFolder(usual.folder))
  if (folder === undefined) return undefined
  const server = given.server ?? (await pick('What serves it?', servers, usual.server))
  if (server === undefined) return undefined
  const flow = given.flow ?? (await pick('What is the call?', flows, usual.flow))
  if (flow === undefined) return undefined
  const manager = given.manager ?? (await pick('What installs it?', managers, usual.manager))
  if (manager === undefined) return undefined
  return { folder, server, flow, manager }
}

async function askFolder(usual: string): Promise<string | undefined> {
  const answer = await text({
    message: 'In which folder?',
    placeholder: usual,
    defaultValue: usual,
    validate: (value) => checkFolder(value || usual)?.message,
  })
  return isCancel(answer) ? undefined : answer
}

async function pick<Name extends string>(
  message: string,
  choices: Readonly<Record<Name, Choice>>,
  initialValue: Name,
): Promise<Name | undefined> {
  const entries = Object.entries(choices) as [Name, Choice][]
  const options = entries.map(([value, { label, hint }]) => ({
    value: value as string,
    label,
    ...(hint && { hint }),
  }))
  const answer = await select({ message, options, initialValue: initialValue as string })
  return isCancel(answer) ? undefined : (answer as Name)
}
