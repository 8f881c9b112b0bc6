// WebKitGTK's own WebDriver and its MiniBrowser, under a virtual display where there is none.
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const miniBrowser = process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

export const webkitCapabilities = {
  browserName: 'MiniBrowser',
  'wdio:enforceWebDriverClassic': true,
  'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
}

/** Answers with the driver's port and how to end it all. */
export async function startWebKitDriver(spawn) {
  const children = []
  let display = process.env.DISPLAY
  if (!display) {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    children.push(server)
    const number = await new Promise((resolve, reject) => {
      server.stdio[3].once('data', resolve)
      server.once('error', reject)
      server.once('exit', () => reject(new Error('Xvfb did not start')))
    })
    display = ':' + String(number).trim()
  }
  const port = await freePort()
  children.push(
    spawn('WebKitWebDriver', ['-p', String(port)], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    }),
  )
  for (let i = 0; i < 100; i++) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(answer => answer.ok, () => false)
    if (ready) return { port, stop: () => children.reverse().forEach(child => child.kill()) }
    await pause(100)
  }
  throw new Error('WebKitWebDriver did not start')
}
