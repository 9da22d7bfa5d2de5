import { installTools, npm, root } from '../../scripts/tools'

/** Builds the package and installs the compilers its types are tested with. */
export default function setup(): void {
  npm(['run', 'build', '--silent'], root)
  installTools('types')
}
