import {
  check,
  formatIssue,
  type Issue,
  type NccoElement,
  NccoError,
  type RenderOptions,
  render,
  renderAsync,
} from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { messages } from '../../src/issues/messages'
import { dialogMessages } from '../../src/issues/messages/dialog'
import { findDialogIssues } from './dialog-issues'
import { readSamples, type Sample } from './samples'

/** The exports of a `flow.tsx`. */
interface SampleModule {
  default: () => NccoElement
  /** Rendered with `renderAsync`. */
  isAsync?: boolean
  options?: RenderOptions
}

const samples = readSamples()

describe('every code', () => {
  it('has a folder with the smallest thing that causes it', () => {
    const codes = samples.flatMap(({ code, variant }) => (variant === undefined ? [code] : []))
    expect(codes.sort()).toStrictEqual(
      [...Object.keys(messages), ...Object.keys(dialogMessages)].sort(),
    )
  })
})

describe.each(samples.map((sample) => ({ ...sample, name: nameOf(sample) })))('$name', (sample) => {
  it('is the only finding, with its message and its place', async () => {
    const isOfDialog = sample.code in dialogMessages
    const issues = await (isOfDialog ? findDialogIssues(sample) : findIssues(sample))
    expect(issues.map(({ code }) => code)).toStrictEqual([sample.code])
    const text = issues.map(formatIssue).join('\n').replaceAll(sample.folder, '')
    await expect(`${text}\n`).toMatchFileSnapshot(`${sample.folder}message.txt`)
  })
})

function nameOf({ code, variant }: Sample): string {
  return variant === undefined ? code : `${code}.${variant}`
}

async function findIssues(sample: Sample): Promise<readonly Issue[]> {
  if (sample.file === 'ncco.json') return check(JSON.parse(sample.text))
  const {
    default: Flow,
    isAsync,
    options,
  }: SampleModule = await import(`./${nameOf(sample)}/flow.tsx`)
  const warnings: Issue[] = []
  const onWarning = (issue: Issue) => warnings.push(issue)
  try {
    if (isAsync) await renderAsync(<Flow />, { ...options, onWarning })
    else render(<Flow />, { ...options, onWarning })
  } catch (error) {
    if (error instanceof NccoError) return error.issues
    throw error
  }
  return warnings
}
