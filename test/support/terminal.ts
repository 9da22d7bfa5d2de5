/** Characters that a terminal obeys, hides or reorders by; a line end and a tab are fine. */
export const obeyed = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/u
