// A PostgreSQL server of our own: started from the system's binaries in a temporary directory, gone afterwards.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { once } from 'node:events'

export interface PostgresServer { url: string; stop(): Promise<void> }

function directories(): string[] {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map(version => join(root, version, 'bin'))]
}

const findBinaries = () => directories().find(path => existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')))

function install(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log('PostgreSQL is missing: installing the package "postgresql"')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'postgresql'], { stdio: 'inherit', env })
  } catch (error) {
    console.error(error)
  }
}

// The server refuses to run as root.
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map(line => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('Expected a user "postgres" or "nobody" to run PostgreSQL as, found neither')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

function started(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr!.on('data', chunk => {
      log = (log + String(chunk)).slice(-10_000)
      if (log.includes('ready to accept connections')) resolve()
      if (log.includes('FATAL:')) reject(new Error(`PostgreSQL did not start:\n${log}`))
    })
  })
}

// Ends the server and removes its files when our end of the pipe closes: also when this process is killed.
const keeper = 'directory=$1; shift; exec 3<&0; "$@" 3<&- & server=$!; cat <&3 >/dev/null; kill -INT $server; wait $server; rm -rf "$directory"'

/** Starts a server, installing it first where that is possible. Answers with nothing, loudly, when it cannot be had; under CI that is an error. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  if (!findBinaries()) install()
  const binaries = findBinaries()
  if (!binaries) {
    const message = 'PostgreSQL (initdb, postgres) was not found in PATH or /usr/lib/postgresql, and could not be installed'
    if (process.env['CI'] === 'true') throw new Error(message)
    console.error(`\n!!! NOT TESTED ON POSTGRESQL: ${message}\n`)
    return undefined
  }

  const user = unprivileged()
  const directory = mkdtempSync(join(tmpdir(), 'earshot-postgres-'))
  if (user) chownSync(directory, user.uid, user.gid)
  const options = { ...user, cwd: directory, env: { ...process.env, LC_ALL: 'C', HOME: directory } }
  const data = join(directory, 'data')
  const initdb = ['-D', data, '-U', 'earshot', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(binaries, 'initdb'), initdb, { ...options, stdio: 'pipe' })
  // A socket in our own directory: no port to collide on.
  const postgres = [join(binaries, 'postgres'), '-D', data, '-k', directory, '-c', 'listen_addresses=']
  const server = spawn('sh', ['-c', keeper, 'keeper', directory, ...postgres], { ...options, stdio: ['pipe', 'ignore', 'pipe'] })
  const gone = once(server, 'exit')
  const stop = async () => {
    server.stdin!.end()
    await gone
  }
  try {
    await started(server)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `postgres://earshot@localhost/postgres?host=${encodeURIComponent(directory)}`, stop }
}
