import type { Row, Trial } from '../row'
import { classic, compiles, type Place, shakes, tsconfig } from './compile'
import { refusesPrecompiled } from './precompiled'

const development = { jsx: 'react-jsxdev' }

/** TypeScript compiles the flows to CommonJS, with every check that `strict` brings. */
function typescript(name: string, version: string, place: Place, isFast = false): Row {
  const compile = (jsx: object) => ({
    files: {
      'tsconfig.json': {
        ...tsconfig({ ...jsx, module: 'nodenext', strict: true, outDir: 'out', types: [] }),
        files: ['flows.tsx'],
      },
    },
    commands: ['tsc'],
    output: 'out/flows.js',
  })
  return {
    part: 'compiler',
    name,
    packages: { typescript: version },
    isFast,
    trials: {
      'react-jsx': compiles({ ...compile({}), place: 'no place' }),
      'react-jsxdev': compiles({ ...compile(development), place }),
      classic: compiles({ ...compile(classic), place: 'no place' }),
    },
  }
}

/** A compiler that is called from a script of `matrix/builds`, once for each way to compile. */
function scripted(script: string, ways: Readonly<Record<string, Place>>) {
  const trials = Object.entries(ways).map(([way, place]) => {
    const commands = [`node ${script} ${way}`]
    return [way, compiles({ scripts: [script], commands, output: `${way}.mjs`, place })]
  })
  return Object.fromEntries(trials)
}

const withTsconfig = { 'tsconfig.json': tsconfig() }
const forDevelopment = { 'tsconfig.json': tsconfig(development) }
const forClassic = { 'tsconfig.json': tsconfig(classic) }

export const compilers: readonly Row[] = [
  typescript(
    'typescript-5.9',
    '5.9.3',
    'line and column among children, elsewhere the end of what stands before, and none for a key after a spread',
  ),
  typescript('typescript-6', '6.0.3', 'line and column, but none for a key after a spread'),
  typescript('typescript-7', '7.0.2', 'line and column, but none for a key after a spread', true),
  {
    part: 'compiler',
    name: 'swc',
    packages: { '@swc/core': '1.16.22' },
    isFast: true,
    trials: scripted('swc.mjs', {
      production: 'no place',
      development: 'line and column',
      classic: 'no place',
      'classic-development': 'line and column',
    }),
  },
  {
    part: 'compiler',
    name: 'babel',
    packages: {
      '@babel/core': '8.1.2',
      '@babel/preset-react': '8.0.1',
      '@babel/preset-typescript': '8.0.7',
    },
    trials: scripted('babel.mjs', {
      production: 'no place',
      development: 'no place',
      developmentSourceSelf: 'line and column',
      classic: 'no place',
      'classic-developmentSourceSelf': 'line and column',
    }),
  },
  {
    part: 'compiler',
    name: 'oxc',
    packages: { 'oxc-transform': '0.158.0' },
    trials: scripted('oxc.mjs', {
      production: 'no place',
      development: 'line and column',
      classic: 'no place',
      'classic-development': 'line and column',
    }),
  },
  {
    part: 'compiler',
    name: 'tsx',
    packages: { tsx: '4.23.15' },
    trials: {
      production: compiles({
        files: withTsconfig,
        commands: ['tsx print.mjs flows.tsx'],
        place: 'no place',
      }),
      development: compiles({
        files: forDevelopment,
        commands: ['tsx print.mjs flows.tsx'],
        place: 'line and column, but none for a key after a spread',
      }),
      classic: compiles({
        files: forClassic,
        commands: ['tsx print.mjs flows.tsx'],
        place: 'no place',
      }),
    },
  },
  {
    part: 'compiler',
    name: 'bun',
    packages: { bun: '1.4.5' },
    trials: {
      transpiler: compiles({
        files: withTsconfig,
        commands: ['bun print.mjs flows.tsx'],
        place: 'no place',
      }),
      'transpiler, react-jsxdev': compiles({
        files: forDevelopment,
        commands: ['bun print.mjs flows.tsx'],
        place: 'no place',
      }),
      'transpiler, classic': compiles({
        files: forClassic,
        commands: ['bun print.mjs flows.tsx'],
        place: 'no place',
      }),
      bundler: compiles({
        files: withTsconfig,
        commands: ['bun build flows.tsx --target=node --outfile=out.mjs'],
        output: 'out.mjs',
        place: 'no place',
      }),
      'bundler, production': compiles({
        files: withTsconfig,
        commands: ['bun build flows.tsx --production --target=node --outfile=out.mjs'],
        output: 'out.mjs',
        place: 'no place',
      }),
      'bundler, react-jsxdev': compiles({
        files: forDevelopment,
        commands: ['bun build flows.tsx --target=node --outfile=out.mjs'],
        output: 'out.mjs',
        place: 'no place',
      }),
      'bundler, classic': compiles({
        files: forClassic,
        commands: ['bun build flows.tsx --target=node --outfile=out.mjs'],
        output: 'out.mjs',
        place: 'no place',
      }),
      'tree-shaking': shakes(
        'bun build talk.tsx --production --outfile=talk.mjs',
        'talk.mjs',
        withTsconfig,
      ),
    },
  },
  {
    part: 'compiler',
    name: 'deno',
    packages: { deno: '2.9.6' },
    trials: {
      'react-jsx': deno({ jsx: 'react-jsx', jsxImportSource: 'ncco-jsx' }, 'no place'),
      'react-jsxdev': deno({ jsx: 'react-jsxdev', jsxImportSource: 'ncco-jsx' }, 'line and column'),
      classic: deno({ ...classic }, 'no place'),
      precompile: refusesPrecompiled,
    },
  },
]

function deno(compilerOptions: object, place: Place): Trial {
  return compiles({
    files: { 'deno.json': { nodeModulesDir: 'manual', compilerOptions } },
    commands: ['deno run --quiet --allow-read print.mjs flows.tsx'],
    place,
  })
}
