/** For `beforeScripts`: a shared tab without the browser's own question, which no driver can answer. A bright area that never stands still. */
export function shareTheTab() {
  navigator.mediaDevices.getDisplayMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: innerWidth, height: innerHeight })
    const context = canvas.getContext('2d')!
    const paint = (at: number) => {
      context.fillStyle = `rgb(240, 200, ${200 + Math.round(at / 16) % 2})`
      context.fillRect(0, 0, canvas.width, canvas.height)
      requestAnimationFrame(paint)
    }
    paint(0)
    return canvas.captureStream()
  }
}
