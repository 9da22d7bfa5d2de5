import { component, type Unchecked } from '../options/component'
import { endpoint } from '../options/definition'
import { required, text } from '../options/rules'

/** Options of the `app` endpoint. */
export interface AppOptions {
  /** Name of a user of the application. */
  user: string
}

export const app = endpoint<AppOptions>('app', 'App', (table) =>
  table({
    inside: ['Connect'],
    options: { user: required(text()) },
  }),
)

/** Props of {@link App}. */
export interface AppProps extends AppOptions, Unchecked {}

/**
 * Inside `<Connect>`: a user of your application, on the Client SDK.
 *
 * @example
 * ```tsx
 * <Connect><App user="alice" /></Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#app-connect-the-call-to-an-rtc-capable-application
 */
export const App = component<AppProps>(app)
