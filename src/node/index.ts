/**
 * The app as a handler for the servers of Node, such as Express and `node:http`.
 *
 * @module ncco-jsx/node
 */
export { type NodeHandler, toNodeHandler } from './handler'
