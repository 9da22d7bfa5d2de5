import { npm, root } from '../../../scripts/tools'

/** Builds the playground, with maps that tell what is in it. */
export default function setup(): void {
  const script = ['run', 'build:playground', '--silent', '--workspace', 'ncco-jsx-studio']
  npm([...script, '--', '--sourcemap', 'hidden'], root)
}
