import { npm, root } from '../../../scripts/tools'

/** Builds the package and the studio beside it. */
export default function setup(): void {
  npm(['run', 'build', '--silent'], root)
  npm(['run', 'build:untyped', '--silent', '--workspace', 'ncco-jsx-studio'], root)
}
