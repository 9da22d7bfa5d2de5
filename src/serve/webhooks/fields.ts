/** A text that is most likely one of these, with completion for them; the platform may add others. */
export type OpenText<Known extends string> = Known | (string & {})
