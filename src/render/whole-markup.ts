/** How to send SSML that has no element. */
export const wholeAsMarkup = 'write the whole text as <Talk ssml={…}>'
