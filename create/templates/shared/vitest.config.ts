import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The tests have variables of their own, and never those of the .env.
    env: {
      BASE_URL: 'https://calls.example.com',
      LINK_SECRET: 'no secret, because only tests use it',
      SIGNATURE_SECRET: 'the secret that tests sign with',
    },
  },
})
