import app from '../../../src/app'

export const GET = app.fetch
export const POST = app.fetch
