const looks = new WeakMap<HTMLElement, () => void>()
let hosts: WeakRef<HTMLElement>[] = []
let watching: MutationObserver | undefined

/** Looks again when the page's root or body gets other attributes, which is how pages switch themes. Keeps no element alive. */
export function watchPage(host: HTMLElement, look: () => void): void {
  if (!looks.has(host)) hosts = [...hosts.filter(ref => ref.deref()), new WeakRef(host)]
  looks.set(host, look)
  if (watching) return
  watching = new MutationObserver(() => {
    for (const ref of hosts) {
      const known = ref.deref()
      if (known?.isConnected) looks.get(known)?.()
    }
  })
  for (const element of [document.documentElement, document.body]) watching.observe(element, { attributes: true })
}
