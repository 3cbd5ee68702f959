import fc from 'fast-check'
import { parse, print, meaningDiffers } from '@minutebook/shared/markdown'
import { schema } from '@minutebook/shared/schema'
import { documents } from './laws/documents.ts'
let n = 0, bad = 0
const t0 = performance.now()
const kinds = new Map<string, number>()
for (const d of fc.sample(documents, { numRuns: Number(process.argv[2] ?? 2000), seed: Number(process.argv[3] ?? 1) })) { n++; schema.nodeFromJSON(d).check(); const t = print(d, {}).text; const m = meaningDiffers(d, parse(t).body); if (m) { bad++;
  // minimise
  const small = (d.content ?? []).map(c => ({ type: 'doc', content: [c] })).find(x => meaningDiffers(x, parse(print(x, {}).text).body)) ?? d
  const ms = meaningDiffers(small, parse(print(small, {}).text).body)
  if (bad <= Number(process.argv[4] ?? 12)) console.log(JSON.stringify(small).slice(0, 700), '\n    →', JSON.stringify(print(small, {}).text).slice(0, 300), '\n    ', ms?.slice(0, 300)) } }
console.log({ n, bad, ms: performance.now() - t0 | 0 })
