/** Whether a value has this mark. One that cannot even be asked, such as a broken proxy, has not. */
function isBranded(value: unknown, brand: symbol): boolean {
  try {
    return typeof value === 'object' && value !== null && brand in value
  } catch {
    return false
  }
}

const coded = Symbol.for('ncco-jsx.coded-error')

/** Marks an error, so that its class in another copy of the package recognises it. */
export function brandError(error: Error, brand: symbol): void {
  Object.defineProperties(error, { [brand]: { value: true }, [coded]: { value: true } })
}

/** Whether a value is an error with a code of this package, of any class. Its message shows no caller's data. */
export function isCodedError(value: unknown): value is Error {
  return isBranded(value, coded)
}

/** What `instanceof` says for a class whose errors are branded, and for the classes that extend it. */
export function isInstance(type: object, value: unknown, brand: symbol): boolean {
  // Only the branded class extends Error itself. Its name is not used here: esbuild would rename the class, as consoles then show.
  if (Object.getPrototypeOf(type) === Error) return isBranded(value, brand)
  return Function.prototype[Symbol.hasInstance].call(type, value)
}
