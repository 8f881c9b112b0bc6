/** Resolves when so many frames have been painted; in a page nobody looks at, where none are, after a moment. */
export async function nextFrames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await new Promise<void>(resolve => {
      const late = setTimeout(resolve, 250)
      requestAnimationFrame(() => (clearTimeout(late), resolve()))
    })
  }
}
