const calm = '(prefers-reduced-motion: reduce)'

/** A view comes from the side it lies on: the next one from where reading goes on, the one before from where it came. Only a few pixels. */
export function comeIn(widget: HTMLElement, isBack: boolean): void {
  const view = widget.shadowRoot?.querySelector('[part=body]')?.firstElementChild
  if (!view || matchMedia(calm).matches) return
  const toTheRight = (getComputedStyle(view).direction === 'rtl') === isBack
  view.animate([{ translate: toTheRight ? '8px' : '-8px' }, { translate: '0' }], { duration: 140, easing: 'ease-out' })
}
