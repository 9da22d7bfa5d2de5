/** Answers a call, as JSON written by hand. */
export function answer(url: URL) {
  const caller = url.searchParams.get('from') ?? ''
  return [
    { action: 'talk', text: `You call from ${caller}.`, bargeIn: true },
    {
      action: 'input',
      type: ['dtmf'],
      dtmf: { maxDigits: 1 },
      eventUrl: [`https://example.com/chosen?from=${caller}`],
    },
  ]
}
