import { EarshotError } from '../../core/support/errors.ts'

/** A video that stands at one frame of the stream, newer than the call. */
export async function frameOf(stream: MediaStream, document: Document): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  const shown = new Promise<void>((resolve, reject) => {
    video.addEventListener('error', () => reject(new EarshotError('capture/failed', 'The shared tab could not be shown')), { once: true })
    if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(() => resolve())
    else video.addEventListener('loadeddata', () => resolve(), { once: true })
  })
  video.srcObject = stream
  await video.play()
  await shown
  return video
}
