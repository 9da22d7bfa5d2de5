import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      The French say <lang xml:lang="fr-FR">bonjour</lang>.
    </Talk>
  )
}
