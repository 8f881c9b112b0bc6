import { anchor } from '../shared/anchor.ts'

/**
 * Lays `box` beside `target`, in the top layer, for as long as the target can be seen. What has focus in it is not taken away.
 * Answers with a function that puts it back.
 */
export function layBeside(target: Element, box: HTMLElement): () => void {
  box.popover = 'manual'
  let leave: (() => void) | undefined
  const turn = (shown: boolean) => {
    if (shown === !!leave || (!shown && box.matches(':focus-within'))) return
    if (shown) box.showPopover?.()
    else box.hidePopover?.()
    leave = shown ? anchor(target, box) : leave?.() as undefined
  }
  const watch = new IntersectionObserver(entries => turn(entries.at(-1)!.isIntersecting))
  watch.observe(target)
  return () => {
    watch.disconnect()
    leave?.()
    box.hidePopover?.()
    box.popover = null
    box.removeAttribute('style')
  }
}
