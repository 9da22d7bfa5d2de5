import { createServer } from 'node:http'
import { toNodeHandler } from 'ncco-jsx/node'
import { app } from './app'

createServer(toNodeHandler(app)).listen(process.env.PORT, () => console.log('listening'))
