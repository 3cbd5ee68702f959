/** `pnpm dev`: the server, restarted when its sources change, and the client with hot reload in front of it. */
import { spawn, type ChildProcess } from 'node:child_process'

const clientUrl = 'http://localhost:5173'

const children: ChildProcess[] = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/src/main.ts'], {
    stdio: 'inherit',
    env: { PUBLIC_URL: clientUrl, ...process.env },
  }),
  spawn('vite', ['client', '--port', '5173', '--strictPort'], { stdio: 'inherit' }),
]

function stop(code: number): void {
  for (const child of children) child.kill()
  process.exitCode = code
}

for (const child of children) child.once('exit', (code) => stop(code ?? 0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0))
