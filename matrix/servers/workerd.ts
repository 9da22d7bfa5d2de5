import { serve } from './script'

export default { fetch: serve }
