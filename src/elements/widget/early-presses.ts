/** The loader's ear for presses on the owner's own buttons, which came before a widget could hear them. */
interface EarlyPresses { earshot?: { press?: (event: MouseEvent) => void } }

/** From here on the widget hears them itself, or there is none to open. */
export function endEarlyPresses(): void {
  removeEventListener('click', (window as Window & EarlyPresses).earshot?.press as EventListener)
}
