// VitePress says that its search is a button, and that its results are options with a link inside. What stands inside a button or an
// option has no meaning of its own to a screen reader, and labels of plain elements are not read.

/** Corrects what the search says of itself, as often as it opens. */
export function correctSearchBox(): void {
  let watched: Element | undefined
  new MutationObserver(() => {
    const box = document.querySelector('body > .VPLocalSearchBox') ?? undefined
    if (box === watched) return
    watched = box
    if (box) watch(box)
  }).observe(document.body, { childList: true })
}

/** VitePress writes its attributes anew as the results change. */
function watch(box: Element): void {
  correct(box)
  new MutationObserver(() => correct(box)).observe(box, {
    attributes: true,
    attributeFilter: ['aria-label', 'aria-owns', 'aria-selected', 'id', 'role'],
    childList: true,
    subtree: true,
  })
}

function correct(box: Element): void {
  set(box, { role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Search' })
  set(box, { 'aria-owns': null, 'aria-expanded': null, 'aria-haspopup': null })
  set(box, { 'aria-labelledby': null })
  const results = box.querySelector('.results')
  const hasResults = results?.getAttribute('role') === 'listbox'
  set(box.querySelector('.search-input'), {
    role: 'combobox',
    'aria-expanded': String(hasResults),
    'aria-label': 'Search',
    'aria-labelledby': null,
  })
  if (hasResults) set(results, { 'aria-label': 'Results', 'aria-labelledby': null })
  for (const item of box.querySelectorAll('.results > li:has(> a.result)')) {
    const link = item.querySelector('a.result')
    const [id, selected] = [item.getAttribute('id'), item.getAttribute('aria-selected')]
    // The label is not what the link shows, which speech input goes by.
    set(link, { role: 'option', tabindex: '-1', 'aria-label': null })
    set(item.querySelector('.title-icon'), { 'aria-hidden': 'true' })
    if (id !== null) set(link, { id })
    if (selected !== null) set(link, { 'aria-selected': selected })
    set(item, { role: 'presentation', id: null, 'aria-selected': null })
  }
  for (const key of box.querySelectorAll('kbd[aria-label]')) set(key, { role: 'img' })
}

/** Sets or removes attributes. It writes only what differs, because an observer is told of each change. */
function set(element: Element | null, attributes: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element?.getAttribute(name) === value) continue
    if (value === null) element?.removeAttribute(name)
    else element?.setAttribute(name, value)
  }
}
