import { buildSite, prepareSite } from './site/build'

// Builds the site into docs/.vitepress/dist, for the base path in DOCS_BASE, such as /ncco-jsx/; / if there is no such variable.
await prepareSite()
buildSite(process.env.DOCS_BASE ?? '/')
