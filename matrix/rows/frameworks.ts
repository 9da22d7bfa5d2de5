import type { Row } from '../row'
export const frameworks: readonly Row[] = []
