import { createServer } from 'node:http'
import { toNodeHandler } from 'ncco-jsx/node'
import app from './app'

const port = Number(process.env.PORT ?? 3000)
createServer(toNodeHandler(app)).listen(port, () => {
  console.log(`Answers calls at http://localhost:${port}/voice/answer`)
})
