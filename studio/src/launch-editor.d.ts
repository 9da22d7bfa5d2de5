declare module 'launch-editor' {
  /** @param place a path with `:line:column` */
  export default function launchEditor(
    place: string,
    onError: (file: string, reason: string | null) => void,
  ): void
}
