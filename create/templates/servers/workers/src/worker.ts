// A Worker is an object with a fetch, which an app has.
export { default } from './app'
