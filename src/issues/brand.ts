/** Whether a value has this mark. One that cannot even be asked, such as a broken proxy, has not. */
export function isBranded(value: unknown, brand: symbol): boolean {
  try {
    return typeof value === 'object' && value !== null && brand in value
  } catch {
    return false
  }
}
