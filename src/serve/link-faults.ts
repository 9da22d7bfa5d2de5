const asWritten = 'Use the link as the app wrote it.'

/** Why a link is refused, and the remedy. */
export const linkFaults = {
  'no-seal': [
    'it has no seal',
    'Call the hook where the URL is written. If the URL is configured elsewhere, so that no link leads there, make the hook with { open: true }.',
  ],
  'no-secret': [
    'it is sealed, and the app has no secret',
    'Give the app the secret that sealed the link.',
  ],
  'too-long': ['it is longer than any that an app writes', asWritten],
  unreadable: [
    'it was altered, or sealed with another secret',
    `If the secret was changed, keep the old one for a while: secret: [newest, older]. Otherwise: ${asWritten}`,
  ],
  'other-path': [
    'it was made for another path',
    `${asWritten} If the basePath or the path of the hook was changed, earlier links no longer lead there.`,
  ],
  'too-old': ['it is too old', 'If links must last longer, raise linkLifetime.'],
} as const

/** The fault of a refused link. */
export type LinkFault = keyof typeof linkFaults
