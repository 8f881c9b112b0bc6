/** A bare box of the size and place of an element, for a drawing that leaves the element out but not the room it takes. */
export function standIn(element: Element): HTMLElement {
  const box = element.ownerDocument.createElement('div')
  const computed = getComputedStyle(element)
  for (const name of layout) box.style.setProperty(name, computed.getPropertyValue(name))
  const { width, height } = element.getBoundingClientRect()
  const isInline = computed.display === 'inline'
  if (isInline) box.style.display = 'inline-block'
  // As it is laid out, its padding and border included; what is turned is measured by its computed size.
  const turned = computed.transform !== 'none'
  box.style.boxSizing = turned ? computed.boxSizing : 'border-box'
  box.style.width = turned ? computed.width : `${width}px`
  box.style.height = turned ? computed.height : `${height}px`
  return box
}

const layout = [
  'display', 'position', 'top', 'right', 'bottom', 'left', 'float', 'clear', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left',
  'vertical-align', 'flex-grow', 'flex-shrink', 'flex-basis', 'order', 'align-self', 'justify-self',
  'grid-row-start', 'grid-row-end', 'grid-column-start', 'grid-column-end', 'transform', 'visibility',
]
