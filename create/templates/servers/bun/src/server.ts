import app from './app'

const port = Number(process.env.PORT ?? 3000)
console.log(`Answers calls at http://localhost:${port}/voice/answer`)

// Bun serves the default export.
export default { port, fetch: app.fetch }
