export { parseScript, toScript } from 'ncco-jsx/simulate'
