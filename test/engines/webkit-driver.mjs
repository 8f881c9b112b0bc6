// WebKitGTK's own WebDriver and its MiniBrowser, under a virtual display where there is none.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** @param {string} executable the MiniBrowser to drive */
export const webkitCapabilities = executable => ({
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary: executable, args: ['--automation'] },
})

async function startDisplay(children) {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  children.push(server)
  const number = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', resolve)
    server.once('error', reject)
    server.once('exit', () => reject(new Error('Xvfb did not start')))
  })
  return ':' + String(number).trim()
}

/**
 * Answers with the driver's port and how to end it all, the display included.
 * @param {Record<string, string>} [env] added to this process's own
 */
export async function startWebKitDriver(env = {}) {
  const children = []
  const stop = () => children.reverse().forEach(child => child.kill())
  // A run that is broken off must not leave a display and a browser behind.
  process.once('exit', stop)
  const display = process.env.DISPLAY || (await startDisplay(children))
  const port = await freePort()
  children.push(
    spawn('WebKitWebDriver', ['-p', String(port)], {
      stdio: 'ignore',
      env: { ...process.env, ...env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    }),
  )
  for (let i = 0; i < 100; i++) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(answer => answer.ok, () => false)
    if (ready) return { port, stop: () => (process.removeListener('exit', stop), stop()) }
    await pause(100)
  }
  stop()
  throw new Error('WebKitWebDriver did not start')
}
