import type { TextForm } from '../options/table'

/** The value of a header: a line break in it would start another one. */
export const headerValue: TextForm = (value, { object, option, path, report }) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (!/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) return
  const expected = 'a header without line breaks and other control characters'
  report('bad-format', path, { object, option, expected })
}

/** A header with its name, as `name: value`. */
export const header: TextForm = (line, place) => {
  const colon = line.indexOf(': ')
  if (/^[\w!#$%&'*+.^`|~-]+$/.test(line.slice(0, colon))) return headerValue(line, place)
  const { object, option, path, report } = place
  const expected = 'the name of each header in letters, digits and dashes'
  report('bad-format', path, { object, option, expected })
}
