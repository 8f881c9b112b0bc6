/** Whether an element lies above the page: a modal dialog, or an open popover. */
export const inTopLayer = (element: Element): boolean =>
  element.matches(':modal') || (element.matches('[popover]') && element.matches(':popover-open'))
