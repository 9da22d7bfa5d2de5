/**
 * NCCO JSON to the source of TSX components.
 *
 * @module ncco-jsx/convert
 */
export {
  type ConvertOptions,
  type NamedNcco,
  type ToTsxOptions,
  toTsx,
  toTsxModule,
} from './to-tsx'
