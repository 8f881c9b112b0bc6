/**
 * Where a frame's sandbox lacks `allow-forms` no form is submitted, and none hears `submit`, not even one that never leaves the
 * page: whoever presses "Send" would see nothing happen. The event is fired here, if the browser has not.
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
 */
export function submitInSandbox(root: EventTarget): void {
  root.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button')
    const form = button?.type === 'submit' && button.form
    if (!form) return
    let heard = false
    const hear = () => void (heard = true)
    form.addEventListener('submit', hear, true)
    // The browser fires it once all have heard of the click.
    setTimeout(() => {
      form.removeEventListener('submit', hear, true)
      if (heard || event.defaultPrevented || !form.isConnected || (!form.noValidate && form.matches(':invalid'))) return
      form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }))
    })
  }, true)
}
