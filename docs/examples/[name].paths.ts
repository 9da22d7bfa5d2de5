import { describeExample, exampleNames, filesOf } from '../.vitepress/examples'

/** A page for each example, with its files, and one that lists them. */
export default {
  paths: () => [
    { params: { name: 'index' }, content: listOf(exampleNames()) },
    ...exampleNames().map((name) => ({ params: { name }, content: pageOf(name) })),
  ],
}

function listOf(names: readonly string[]): string {
  const rows = names.map((name) => `| [${name}](${name}.md) | ${describeExample(name)} |`)
  const words = 'Each is a flow that a business would run, with a test beside it that calls it.'
  return `# Examples\n\n${words}\n\n| example | what it does |\n| --- | --- |\n${rows.join('\n')}\n`
}

function pageOf(name: string): string {
  const files = filesOf(name).map((file) => `<<< @/../examples/${name}/${file} [${file}]`)
  const title = `# The example \`${name}\``
  const words = describeExample(name)
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  return `${title}\n\n${sentence}\n\n::: code-group\n\n${files.join('\n\n')}\n\n:::\n`
}
