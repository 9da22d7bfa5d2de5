import { spawnSync } from 'node:child_process'
import { prepareSite, vitepress } from './site/build'
import { root } from './tools'

// Serves the site as its pages are written, until it is interrupted.
await prepareSite()
spawnSync(process.execPath, [vitepress(), 'dev', 'docs'], { cwd: root, stdio: 'inherit' })
