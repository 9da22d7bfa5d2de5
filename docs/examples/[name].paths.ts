import { describeExample, exampleNames, filesOf } from '../.vitepress/examples'

/** A page for each example, with its files. */
export default {
  paths: () => exampleNames().map((name) => ({ params: { name }, content: pageOf(name) })),
}

function pageOf(name: string): string {
  const files = filesOf(name).map((file) => `<<< @/../examples/${name}/${file} [${file}]`)
  const title = `# The example \`${name}\``
  return `${title}\n\n${describeExample(name)}\n\n::: code-group\n\n${files.join('\n\n')}\n\n:::\n`
}
