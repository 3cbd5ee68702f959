/** `pnpm minutebook COMMAND`: notes in and out of a server. */
import { runCommand } from './archive/commands.ts'

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  fetch,
  server: process.env['PUBLIC_URL'] ?? `http://localhost:${process.env['PORT'] ?? 3000}`,
})
