import { pattern } from './format'

/** The value of a header: a line break in it would start another one. */
export const headerValue = pattern(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/,
  'a header without line breaks and other control characters',
)

/** The name of a header: what HTTP and SIP call a token. */
export const headerName = pattern(
  /^[\w!#$%&'*+.^`|~-]+$/,
  'the name of each header in letters, digits and dashes',
)
