/** All calls that there can be, as a graph. */
export function MapPane() {
  return <p class="empty">No map yet.</p>
}
