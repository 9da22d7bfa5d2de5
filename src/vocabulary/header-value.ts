import { matching } from '../options/form'

/** The value of a header: a line break in it would start another one. */
export const headerValue = matching(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/,
  (_, { object, option, path, report }) => {
    const expected = 'a header without line breaks and other control characters'
    report('bad-format', path, { object, option, expected })
  },
)

/** The name of a header: what HTTP and SIP call a token. */
export const headerName = matching(
  /^[\w!#$%&'*+.^`|~-]+$/,
  (_, { object, option, path, report }) => {
    const expected = 'the name of each header in letters, digits and dashes'
    report('bad-format', path, { object, option, expected })
  },
)
