/** The language of a talk that names none. */
export const usualLanguage = 'en-US'
