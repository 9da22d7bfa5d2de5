import express from 'express'
import { toNodeHandler } from 'ncco-jsx/node'
import { app } from './app'

const server = express()
// Before any body parser, because a signature is about the bytes of the body.
server.use('/voice', toNodeHandler(app))
server.use(express.json())
server.post('/other', (request, response) => {
  response.json(request.body)
})
server.listen(process.env.PORT, () => console.log('listening'))
