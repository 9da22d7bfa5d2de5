import { join } from 'node:path'
import { root } from './tools'

/** The folders of the packages that are published, each with a package.json; they have one version, and go out together. */
export const packages = {
  'ncco-jsx': root,
  'ncco-jsx-studio': join(root, 'studio'),
  'create-ncco-jsx': join(root, 'create'),
} as const

export type PackageName = keyof typeof packages
