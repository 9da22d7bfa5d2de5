import { Talk } from 'ncco-jsx'
import { Ask } from 'ncco-jsx/dialog'
import { createVoiceApp } from 'ncco-jsx/serve'

const Answer = () => (
  <Ask
    name="pin"
    digits={4}
    prompt="Your PIN?"
    noMatch="That is not right."
    check={(pin) => pin === '2580'}
    otherwise={<Talk>Goodbye.</Talk>}
  >
    {() => <Talk>Welcome.</Talk>}
  </Ask>
)

const seen = new Set<string>()

export const app = createVoiceApp({
  answer: Answer,
  baseUrl: process.env.BASE_URL ?? '',
  secret: process.env.LINK_SECRET ?? '',
  linkLifetime: 3600,
  signature: {
    secret: process.env.SIGNATURE_SECRET ?? '',
    applicationId: process.env.VONAGE_APPLICATION_ID ?? '',
    issuer: 'Vonage',
    methods: ['POST'],
    seen: (jti) => seen.size === seen.add(jti).size,
  },
  onError: () => <Talk>Something went wrong. Please call again.</Talk>,
})
