interface Shown { navigator: Navigator; location: { href: string } }

/** Without a press browsers open nothing, and do not say so; some old ones do not say whether there was one. */
export function openLetter(address: string, { navigator, location }: Shown = globalThis): boolean {
  const activation = navigator.userActivation as UserActivation | undefined
  if (activation?.isActive === false) return false
  location.href = address
  return true
}
