import express from 'express'
import { toNodeHandler } from 'ncco-jsx/node'
import app from './app'

const port = Number(process.env.PORT ?? 3000)
const server = express()
// Before any body parser, because a signature is about the bytes of the body.
server.use('/voice', toNodeHandler(app))
server.listen(port, () => {
  console.log(`Answers calls at http://localhost:${port}/voice/answer`)
})
