import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Viz from '@viz-js/viz'
import { font } from './map-dot'

/** Draws DOT as SVG with Graphviz; gives what to install if it is not there. */
export async function drawSvg(
  dot: string,
): Promise<{ readonly svg: string } | { readonly problem: string }> {
  const module = await loadViz()
  if (!module) {
    return {
      problem:
        'SVG is drawn by Graphviz, which the package @viz-js/viz brings. Install it: npm install --save-dev @viz-js/viz. Or write DOT, which dot -Tsvg draws: --format dot',
    }
  }
  const viz = await module.instance()
  const svg = viz.renderString(dot, { format: 'svg' })
  return { svg: svg.replaceAll(`font-family="${font}"`, `font-family="${font}, sans-serif"`) }
}

/** From the project of the user, or from beside this package. */
async function loadViz(): Promise<typeof Viz | undefined> {
  for (const from of [resolve('package.json'), import.meta.url]) {
    try {
      return await import(pathToFileURL(createRequire(from).resolve('@viz-js/viz')).href)
    } catch {
      // It is not there.
    }
  }
  return undefined
}
