import { onTestFinished } from 'vitest'
import type { RunningStudio, StudioFlags, StudioParts } from '../../src/index'
import type { TargetListener } from '../../src/target'
import { TestPage } from './page'

/** A studio with a page, until the test ends. */
export interface TestStudio extends RunningStudio {
  readonly page: TestPage
}

const silent: TargetListener = { onState() {}, onLine() {} }

/** Runs the built studio at a free port. */
export async function openStudio(
  named: string,
  flags: StudioFlags = {},
  parts: StudioParts = {},
  port: 'free' | 'usual' = 'free',
): Promise<TestStudio> {
  // Built, because its parts find each other beside it.
  const built = new URL('../../dist/index.js', import.meta.url).href
  const { runStudio }: typeof import('../../src/index') = await import(built)
  const studio = await runStudio(
    named,
    { ...(port === 'free' && { port: '0' }), ...flags },
    { log: silent, ...parts },
  )
  const page = await TestPage.open(studio.url)
  onTestFinished(async () => {
    page.close()
    await studio.close()
  })
  return { ...studio, page }
}
