import { spawn } from 'node:child_process'

// Colours, cursor movements and carriage returns: a log in CI is read as plain lines.
const controls = /\u001b\[[0-9;?]*[A-Za-z]|\r/g

/** Runs a command with its output, made plain, on ours. Answers with its exit code; 1 when a signal ended it. */
export function runCommand(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Node strips our types itself; it need not say in every process that this is new.
      env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning', NO_COLOR: '1', ...env },
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      let rest = ''
      stream.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) console.log(line.replace(controls, ''))
      })
      stream.on('end', () => rest && console.log(rest.replace(controls, '')))
    }
    child.on('error', error => {
      console.log(`${command} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', code => resolve(code ?? 1))
  })
}
