import { spawnSync } from 'node:child_process'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The browser of this machine, if it has one. */
export function findBrowser(): string | undefined {
  return names.find((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0)
}

/** Whether tests that need a browser run. In CI they fail without one. */
export const hasBrowser = Boolean(process.env.CI) || findBrowser() !== undefined

/** What the title of such a test says where it is skipped. */
export const unlessBrowser = hasBrowser ? '' : ' (skipped: no chromium is installed)'
