import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import project from './create/templates/shared/vitest.config.ts'
import { startSources } from './studio/page/playground/start/start-sources'

const root = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// What runs against the built package, as its users have it; the rest runs against the sources.
const onThePackage = [
  'test/package/**/*.test.ts',
  'test/types/**/*.test.ts',
  'create/test/built/*.test.ts',
]

// What runs against the built studio.
const onTheStudio = ['studio/test/server/*.test.ts']

// The tests of new projects.
const ofTemplates = ['create/templates/flows/*/test/*.test.ts']

// The samples of the guide, and what holds its pages.
const ofTheGuide = ['docs/guide/samples/**/*.test.{ts,tsx}', 'test/guide/*.test.{ts,tsx}']

// What needs a browser: it drives the built page of the studio, and draws maps.
const inTheBrowser = ['studio/test/page/browser/*.test.ts', 'test/map/drawn.test.ts']

// What drives the built site in a browser.
const onTheSite = ['test/site/*.test.ts']

export default defineConfig(({ mode }) => ({
  plugins: [startSources()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'ncco-jsx', development: true } },
  resolve: {
    alias: [
      { find: /^ncco-jsx$/, replacement: root('src/index.ts') },
      { find: /^ncco-jsx\/convert$/, replacement: root('src/convert/index.ts') },
      { find: /^ncco-jsx\/jsx-runtime$/, replacement: root('jsx-runtime/index.ts') },
      { find: /^ncco-jsx\/jsx-dev-runtime$/, replacement: root('jsx-runtime/dev.ts') },
      { find: /^ncco-jsx\/dialog$/, replacement: root('src/dialog/index.ts') },
      { find: /^ncco-jsx\/serve$/, replacement: root('src/serve/index.ts') },
      { find: /^ncco-jsx\/node$/, replacement: root('src/node/index.ts') },
      { find: /^ncco-jsx\/simulate$/, replacement: root('src/simulate/index.ts') },
      { find: /^ncco-jsx\/vitest$/, replacement: root('src/vitest/index.ts') },
    ],
  },
  test: {
    // Vitest leaves one processor idle, which is half of two.
    maxWorkers: '100%',
    // Warnings that are printed are of interest only where a test fails.
    silent: 'passed-only',
    setupFiles: 'test/support/setup.ts',
    // A busy machine takes its time for what is waited for.
    expect: { poll: { timeout: 30_000 } },
    // A project that is not given the mode of the command line has one of its own.
    projects: [
      {
        extends: true,
        mode,
        test: {
          name: 'sources',
          // The files share their modules, which halves the time. What they change is put back in the setup.
          isolate: false,
          // Some read megabytes, which a busy machine takes its time for.
          testTimeout: 30_000,
          include: [
            'test/**/*.test.{ts,tsx}',
            'examples/**/*.test.{ts,tsx}',
            'studio/test/**/*.test.{ts,tsx}',
            'create/test/**/*.test.ts',
          ],
          exclude: [
            ...onThePackage,
            ...inTheBrowser,
            ...onTheStudio,
            ...onTheSite,
            ...ofTheGuide,
            // What tests write, which they run themselves.
            '**/generated/**',
            '**/node_modules/**',
          ],
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: 'package',
          include: onThePackage,
          globalSetup: 'test/support/build.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        mode,
        test: { name: 'templates', include: ofTemplates, env: project.test?.env ?? {} },
      },
      {
        extends: true,
        mode,
        test: {
          name: 'guide',
          include: ofTheGuide,
          // A websocket carries audio, which takes its time.
          testTimeout: 30_000,
          env: {
            ...project.test?.env,
            PORT: '0',
            AGENT_URL: 'wss://agent.example.com/calls',
            VONAGE_APPLICATION_ID: '78d335fa-323d-0114-9c3d-d6f0d48968cf',
          },
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: 'browser',
          include: inTheBrowser,
          globalSetup: ['studio/test/support/build.ts', 'studio/test/support/build-playground.ts'],
          // A busy machine takes its time for a browser, and for Vitest within a test.
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: 'site',
          include: onTheSite,
          globalSetup: 'test/support/build-site.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: 'studio',
          include: onTheStudio,
          globalSetup: 'studio/test/support/build.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}))
