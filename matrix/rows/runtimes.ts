import type { Row } from '../row'
export const runtimes: readonly Row[] = []
