import { until } from '../../core/support/until.ts'
import { deadline } from '../../core/support/deadline.ts'
import { EarshotError, messageOf } from '../../core/support/errors.ts'
import { coverFor } from './cover.ts'
import { hideOwn } from './hide-own.ts'
import { masksIn } from './masks.ts'
import { scaleFor, sizeOf, type CaptureProvider, type Shot } from './provider.ts'
import { frameOf } from './frame-of.ts'

/** Not yet in TypeScript's library: https://w3c.github.io/mediacapture-screen-share-extensions */
interface TabOptions extends DisplayMediaStreamOptions {
  preferCurrentTab: boolean
  selfBrowserSurface: 'include'
  surfaceSwitching: 'exclude'
  monitorTypeSurfaces: 'exclude'
}

const options: TabOptions = {
  video: { displaySurface: 'browser', frameRate: 5 },
  audio: false,
  preferCurrentTab: true,
  selfBrowserSurface: 'include',
  surfaceSwitching: 'exclude',
  monitorTypeSurfaces: 'exclude',
}

/**
 * True pixels: the browser asks the customer each time, and hands over what is on the tab. Only where a tab can be shared: others
 * would hand over a whole window or screen, with things in it that no mask of ours can cover. Not in a frame either: the picture
 * would be of the page around it.
 * @param devices a seam for tests. Default: the view's own.
 */
export function displayCapture(devices?: Pick<MediaDevices, 'getDisplayMedia'>): CaptureProvider {
  const devicesOf = ({ navigator }: Window) => devices ?? navigator.mediaDevices
  return {
    id: 'display',
    available: view =>
      view.isSecureContext && view.top === view && typeof devicesOf(view)?.getDisplayMedia === 'function' && !isHandheld(view.navigator)
      && ('CropTarget' in view || 'BrowserCaptureMediaStreamTrack' in view),
    capture: async ({ view, signal, deadlineMs }) => {
      // Before anything is shared: not one frame of the stream is without them.
      const show = hideOwn(view)
      const cover = coverFor(view)
      const placed = cover.place(masksIn(view).boxes)
      try {
        const stream = await asked(devicesOf(view), signal)
        try {
          const shot = placed.then(() => cover.place(masksIn(view).boxes)).then(() => picture(stream, view))
          return await until(signal, deadline(shot, deadlineMs, 'capture/too-slow'))
        } finally {
          stopAll(stream)
        }
      } finally {
        cover.remove()
        show()
      }
    },
  }
}

const stopAll = (stream: MediaStream) => stream.getTracks().forEach(track => track.stop())

async function asked(devices: Pick<MediaDevices, 'getDisplayMedia'>, signal: AbortSignal): Promise<MediaStream> {
  const answer = devices.getDisplayMedia(options).catch((error: unknown) => {
    const denied = error instanceof DOMException && error.name === 'NotAllowedError'
    throw denied
      ? new EarshotError('capture/denied', 'The customer, or a policy of the page, did not allow a picture of this tab')
      : new EarshotError('capture/failed', `The browser could not share this tab: ${messageOf(error)}`)
  })
  // The browser's question cannot be taken back; a late yes is of no use to anybody.
  signal.addEventListener('abort', () => void answer.then(stopAll, () => {}), { once: true })
  return until(signal, answer)
}

async function picture(stream: MediaStream, view: Window): Promise<Shot> {
  const surface = stream.getVideoTracks()[0]?.getSettings().displaySurface
  if (surface && surface !== 'browser') {
    throw new EarshotError('capture/failed', `A ${surface} was shared instead of this tab; what is private in it could not be covered`)
  }
  const frame = await frameOf(stream, view.document)
  const { width, height } = sizeOf(view)
  const scale = Math.min(scaleFor(width, height, view.devicePixelRatio), frame.videoWidth / width)
  const canvas = view.document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')!.drawImage(frame, 0, 0, canvas.width, canvas.height)
  frame.srcObject = null
  return { canvas, scale }
}

/** They offer the method, and always refuse. An iPad says that it is a Mac, but is touched. */
function isHandheld({ userAgent, maxTouchPoints }: Navigator): boolean {
  return /Android|iPhone|iPad|iPod|Mobi/i.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}
