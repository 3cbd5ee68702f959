import { table } from '../table.ts'
import { benchedEdits } from './codec.ts'
import type { Measured } from './measure.ts'

/** The measurements as two Markdown tables. */
export function report(folder: string, all: readonly Measured[]): string {
  const whole = table(
    [
      '',
      'files',
      'identical',
      'trimmed',
      'changed lines',
      'meaning changed',
      'threw',
      'import',
      'export',
      'Yjs / Markdown',
    ],
    all.map((measured) => {
      const percent = (count: number) => share(count, measured.files)
      return [
        measured.name,
        String(measured.files),
        percent(measured.identical),
        percent(measured.trimmed),
        String(measured.medianChangedLines),
        percent(measured.meaningChanged),
        String(measured.threw),
        `${measured.importMs.toFixed(2)} ms`,
        `${measured.exportMs.toFixed(2)} ms`,
        measured.yjsPerByte === null ? '–' : measured.yjsPerByte.toFixed(2),
      ]
    }),
  )
  const edits = table(
    ['', ...benchedEdits],
    all.map(({ name, edits }) => [
      name,
      ...benchedEdits.map((kind) => {
        const count = edits[kind]
        return count ? `${share(count.exact, count.tried)} of ${count.tried}` : '–'
      }),
    ]),
  )
  return `## Markdown: ${folder}

Files that nobody edited, read and written again. Trimmed: identical but for blanks at the ends of lines and of the file.
Changed lines: removed and added, median. Times: medians a file; Minutebook reads what it writes again to be sure.
A file at which a codec throws is not identical. BlockNote reads and writes in a simulated browser, as on a server.

${whole}

One edit a file and kind: how many changed no line but those that they had to, against the file. Joining and moving may
add and take away blank lines.

${edits}
`
}

function share(count: number, of: number): string {
  return of === 0 ? '–' : `${((100 * count) / of).toFixed(count === of ? 0 : 2)} %`
}
