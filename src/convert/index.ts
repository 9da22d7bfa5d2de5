/**
 * NCCO JSON to the source of TSX components, and mended first.
 *
 * @module ncco-jsx/convert
 */
export { type MendedNcco, mendNcco } from './mend-ncco'
export {
  type ConvertOptions,
  type NamedNcco,
  type ToTsxOptions,
  toTsx,
  toTsxModule,
} from './to-tsx'
