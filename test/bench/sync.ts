import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { installPeers } from './peers.ts'
import { measureRow, type RowMeasured } from './sync/measure.ts'
import { report } from './sync/report.ts'
import { cursors, reload } from './sync/rows/arriving.ts'
import { killed } from './sync/rows/killed.ts'
import { memory } from './sync/rows/memory.ts'
import { opening } from './sync/rows/opening.ts'
import type { Row } from './sync/rows/row.ts'
import { crowd, notes } from './sync/rows/typing.ts'
import { servers, type ServerName } from './sync/servers.ts'

const rows: readonly Row[] = [crowd, notes, memory, opening, killed, reload, cursors]

/**
 * `pnpm bench sync [--quick] [--only ROW]… [--server NAME]… [--json FILE] [--profile FOLDER]`: Minutebook's server
 * beside others and beside one that does nothing. All rows take half an hour; `--quick` a few minutes. `--profile`
 * writes a processor profile of each of Minutebook's processes.
 */
export async function benchSync(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: rows.map(({ name }) => name) },
      server: { type: 'string', multiple: true, default: Object.keys(servers) },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const chosen = values.only.map((name) => {
    const row = rows.find((row) => row.name === name)
    if (!row) throw new Error(`there is no row ${name}; there are: ${rows.map(({ name }) => name).join(', ')}`)
    return row
  })
  const only = values.server.map((name) => {
    if (!isServer(name)) throw new Error(`there is no server ${name}; there are: ${Object.keys(servers).join(', ')}`)
    return name
  })
  installPeers()
  const nodeFlags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
  const measured: RowMeasured[] = []
  for (const row of chosen) measured.push(await measureRow(row, { isQuick: values.quick, only, nodeFlags }))
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(measured, null, 2)}\n`)
  return report(measured, values.quick)
}

function isServer(name: string): name is ServerName {
  return Object.hasOwn(servers, name)
}
