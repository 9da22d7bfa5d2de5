export type * from './webhooks'
