import { createServer } from 'node:http'
import { toNodeHandler } from 'ncco-jsx/node'
import app from './app'

const port = Number(process.env.PORT ?? 3000)
export const server = createServer(toNodeHandler(app)).listen(port)
