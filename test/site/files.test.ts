import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { root, run } from '../../scripts/tools'

const docs = join(root, 'docs')

describe('the built site', () => {
  it.each(['/', '/ncco-jsx/'])('has a list of its pages for assistants, below %s', (base) => {
    const index = readFileSync(join(inject('sites')[base] ?? '', 'llms.txt'), 'utf8')
    const links = [...index.matchAll(/^- \[.*?\]\((.*?)\)/gm)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(25)
    for (const link of links) {
      expect(link.startsWith(base)).toBe(true)
      const file = join(inject('sites')[base] ?? '', link.slice(base.length))
      expect(readFileSync(file, 'utf8')).toContain('<main')
    }
  })

  it('is made by settings that compile', () => {
    const tsc = join(docs, 'node_modules/typescript/bin/tsc')
    expect(run(process.execPath, [tsc, '-p', 'docs'], root)).toBe('')
  })
})

describe('the settings for ESLint in the guide', () => {
  const lint = (file: string, text: string) => {
    const program = `
      import { ESLint } from 'eslint'
      const folder = ${JSON.stringify(join(docs, 'guide/samples/editor'))}
      const eslint = new ESLint({ cwd: folder })
      const [result] = await eslint.lintText(${JSON.stringify(text)}, { filePath: folder + '/${file}' })
      console.log(JSON.stringify(result.messages.map(({ ruleId }) => ruleId)))`
    return JSON.parse(run(process.execPath, ['--input-type=module', '--eval', program], docs))
  }
  const flow = `import { Talk } from 'ncco-jsx'
export const Flow = ({ names }: { names: readonly string[] }) => (
  <>
    {names.map((name) => (
      <Talk>Don't hang up, {name}. <break time="300ms" /></Talk>
    ))}
  </>
)
`

  it('accept a call in the folder of calls', () => {
    expect(lint('src/calls/flow.tsx', flow)).toStrictEqual([])
  })

  it('go on with the rules of React elsewhere, and find what is wrong in calls too', () => {
    expect(lint('src/page.tsx', flow)).toContain('react/react-in-jsx-scope')
    expect(lint('src/calls/flow.tsx', 'const unused = <Talk>Hello.</Talk>')).toContain(
      '@typescript-eslint/no-unused-vars',
    )
  })
})
