import type { Row } from '../row'
import { classic, compiles, shakes, tsconfig } from './compile'
import { nextPackages, servesFlows } from './turbopack'

const withTsconfig = { 'tsconfig.json': tsconfig() }
const forDevelopment = { 'tsconfig.json': tsconfig({ jsx: 'react-jsxdev' }) }
const forClassic = { 'tsconfig.json': tsconfig(classic) }

const esbuild = 'esbuild flows.tsx --log-level=error --bundle --platform=node --format=esm'
const automatic = '--jsx=automatic --jsx-import-source=ncco-jsx'

export const bundlers: readonly Row[] = [
  {
    part: 'bundler',
    name: 'esbuild',
    packages: { esbuild: '0.28.2' },
    isFast: true,
    trials: {
      production: compiles({
        commands: [`${esbuild} ${automatic} --minify --outfile=out.mjs`],
        output: 'out.mjs',
        place: 'no place',
      }),
      development: compiles({
        commands: [`${esbuild} ${automatic} --jsx-dev --outfile=out.mjs`],
        output: 'out.mjs',
        place: 'line and column, but none for a key after a spread',
      }),
      classic: compiles({
        commands: [
          `${esbuild} --jsx=transform --jsx-factory=createElement --jsx-fragment=Fragment --outfile=out.mjs`,
        ],
        output: 'out.mjs',
        place: 'no place',
      }),
      'tree-shaking': shakes(
        `esbuild talk.tsx ${automatic} --log-level=error --bundle --minify --format=esm --outfile=talk.mjs`,
        'talk.mjs',
      ),
    },
  },
  {
    part: 'bundler',
    name: 'vite',
    packages: { vite: '8.3.8' },
    trials: {
      production: compiles({
        files: { ...withTsconfig, 'vite.config.mjs': viteLibrary('flows') },
        commands: ['vite build --logLevel error'],
        output: 'dist/flows.mjs',
        place: 'no place',
      }),
      // Loads modules on demand, as its development server does.
      development: compiles({
        files: { ...withTsconfig, 'vite.config.mjs': 'export default {}' },
        scripts: ['vite.mjs'],
        commands: ['node vite.mjs'],
        place: 'line and column',
      }),
      classic: compiles({
        files: { ...forClassic, 'vite.config.mjs': viteLibrary('flows') },
        commands: ['vite build --logLevel error'],
        output: 'dist/flows.mjs',
        place: 'no place',
      }),
      'tree-shaking': shakes('vite build --logLevel error', 'dist/talk.mjs', {
        ...withTsconfig,
        'vite.config.mjs': viteLibrary('talk'),
      }),
    },
  },
  {
    part: 'bundler',
    name: 'rolldown',
    packages: { rolldown: '1.3.2' },
    trials: {
      production: compiles({
        files: withTsconfig,
        commands: ['rolldown flows.tsx --platform node --file out.mjs'],
        output: 'out.mjs',
        place: 'no place',
      }),
      development: compiles({
        files: withTsconfig,
        commands: ['rolldown flows.tsx --platform node --file out.mjs --transform.jsx.development'],
        output: 'out.mjs',
        place: 'line and column',
      }),
      classic: compiles({
        files: forClassic,
        commands: ['rolldown flows.tsx --platform node --file out.mjs'],
        output: 'out.mjs',
        place: 'no place',
      }),
      'tree-shaking': shakes(
        'rolldown talk.tsx --minify --file talk.mjs',
        'talk.mjs',
        withTsconfig,
      ),
    },
  },
  {
    part: 'bundler',
    name: 'tsup',
    packages: { tsup: '9.0.0', typescript: '5.9.3' },
    trials: {
      'production, ES module': compiles({
        files: withTsconfig,
        commands: ['tsup flows.tsx --silent --clean --format esm'],
        output: 'dist/flows.mjs',
        place: 'no place',
      }),
      'production, CommonJS': compiles({
        files: withTsconfig,
        commands: ['tsup flows.tsx --silent --clean --format cjs'],
        output: 'dist/flows.js',
        place: 'no place',
      }),
      development: compiles({
        files: forDevelopment,
        commands: ['tsup flows.tsx --silent --clean --format esm'],
        output: 'dist/flows.mjs',
        place: 'line and column, but none for a key after a spread',
      }),
      classic: compiles({
        files: forClassic,
        commands: ['tsup flows.tsx --silent --clean --format esm'],
        output: 'dist/flows.mjs',
        place: 'no place',
      }),
    },
  },
  {
    part: 'bundler',
    name: 'next',
    packages: nextPackages,
    trials: {
      production: servesFlows('next build', 'next start -p {port}', 'no place'),
      development: servesFlows(undefined, 'next dev -p {port}', 'line and column'),
    },
  },
]

function viteLibrary(entry: string): string {
  const lib = { entry: `${entry}.tsx`, formats: ['es'], fileName: entry }
  return `export default ${JSON.stringify({ build: { lib } })}`
}
