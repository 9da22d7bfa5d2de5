import { app } from '../../../../app'

export const GET = app.fetch
export const POST = app.fetch
