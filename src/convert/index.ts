export {
  type ConvertOptions,
  type NamedNcco,
  type ToTsxOptions,
  toTsx,
  toTsxModule,
} from './to-tsx'
