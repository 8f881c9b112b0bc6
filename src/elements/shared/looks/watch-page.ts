const looks = new WeakMap<HTMLElement, () => void>()
let hosts: WeakRef<HTMLElement>[] = []

// Out here: made by the first who asks, it would hold on to that one's element for good.
const watching = new MutationObserver(() => {
  hosts = hosts.filter(ref => ref.deref())
  if (!hosts.length) watching.disconnect()
  for (const ref of hosts) {
    const known = ref.deref()
    if (known?.isConnected) looks.get(known)?.()
  }
})

/** Looks again when the page's root or body gets other attributes, which is how pages switch themes. Keeps no element alive. */
export function watchPage(host: HTMLElement, look: () => void): void {
  if (!looks.has(host)) hosts = [...hosts.filter(ref => ref.deref()), new WeakRef(host)]
  looks.set(host, look)
  for (const element of [document.documentElement, document.body]) watching.observe(element, { attributes: true })
}
