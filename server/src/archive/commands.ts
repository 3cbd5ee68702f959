import { parseArgs, type ParseArgsConfig } from 'node:util'
import { diffFiles } from './diff.ts'
import { countOwners } from './owners.ts'
import { exportNotes, importFiles, roundTripFiles } from './jobs.ts'
import { Unreachable } from './remote.ts'
import type { Terminal } from './terminal.ts'

interface Command {
  usage: string
  does: string
  options: NonNullable<ParseArgsConfig['options']>
  /** fewest and most arguments */
  takes: readonly [least: number, most: number]
  /** @returns the exit code */
  run(terminal: Terminal, paths: string[], options: Readonly<Record<string, unknown>>): Promise<number>
}

const server = { server: { type: 'string' } } as const

const commands: Readonly<Record<string, Command>> = {
  import: {
    usage: 'import FILE_OR_FOLDER… [--server URL]',
    does: 'makes a note of every file, and of every *.md file below a folder',
    options: server,
    takes: [1, Infinity],
    run: (terminal, paths, options) => importFiles(terminal, paths, String(options['server'] ?? terminal.server)),
  },
  export: {
    usage: 'export FOLDER [--server URL] [--force]',
    does: 'writes every note into a folder; --force overwrites files that differ',
    options: { ...server, force: { type: 'boolean' } },
    takes: [1, 1],
    run: (terminal, [folder = '.'], options) =>
      exportNotes(terminal, folder, String(options['server'] ?? terminal.server), options['force'] === true),
  },
  roundtrip: {
    usage: 'roundtrip FILE_OR_FOLDER… [--json]',
    does: 'reads files as notes, writes them again, and says which come back byte for byte; needs no server',
    options: { json: { type: 'boolean' } },
    takes: [1, Infinity],
    run: (terminal, paths, options) => roundTripFiles(terminal, paths, options['json'] === true),
  },
  people: {
    usage: 'people FILE_OR_FOLDER… [--list]',
    does:
      'says of how many owners it is certain who they are, within their note and over all of these notes;\n' +
      '      with --list, whom the notes together make of each owner; needs no server',
    options: { list: { type: 'boolean' } },
    takes: [1, Infinity],
    run: (terminal, paths, options) => countOwners(terminal, paths, options['list'] === true),
  },
  diff: {
    usage: 'diff FILE_OR_FOLDER… [--canonical] [--json]',
    does:
      'shows the lines that change when files are opened and saved; with --canonical, those that would change\n' +
      '      if somebody edited every line; needs no server, and writes nothing',
    options: { canonical: { type: 'boolean' }, json: { type: 'boolean' } },
    takes: [1, Infinity],
    run: (terminal, paths, options) =>
      diffFiles(terminal, paths, { canonical: options['canonical'] === true, json: options['json'] === true }),
  },
}

/** What `--help` prints. */
export const help = [
  'Usage: pnpm minutebook COMMAND',
  '',
  ...Object.values(commands).flatMap(({ usage, does }) => [`  ${usage}`, `      ${does}`]),
  '',
  'Exit codes: 0 all is well, 1 not all is well, 2 the command line is wrong.',
].join('\n')

/** Runs one command line and resolves with its exit code. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || args.includes('--help') || args.includes('-h')) {
    terminal.out(help)
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return wrong(terminal, `There is no command ${JSON.stringify(name)}.`)
  let parsed
  try {
    parsed = parseArgs({ args: rest, options: command.options, allowPositionals: true })
  } catch (error) {
    return wrong(terminal, error instanceof Error ? error.message : String(error))
  }
  const [least, most] = command.takes
  const { positionals, values } = parsed
  if (positionals.length < least || positionals.length > most) return wrong(terminal, `Usage: ${command.usage}`)
  try {
    return await command.run(terminal, positionals, values)
  } catch (error) {
    if (error instanceof Unreachable || isFileError(error)) terminal.error(error.message)
    else throw error
    return 1
  }
}

function wrong(terminal: Terminal, message: string): number {
  terminal.error(message)
  terminal.error('Run with --help to see what can be done.')
  return 2
}

/** A path that is missing or may not be read or written: the system's own message names it. */
function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error
}
