import type { Row } from '../row'
export const testRunners: readonly Row[] = []
