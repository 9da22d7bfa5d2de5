export { type NodeHandler, toNodeHandler } from './handler'
