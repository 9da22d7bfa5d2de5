import type { Row } from '../row'
export const modules: readonly Row[] = []
