import fs from 'node:fs'
import path from 'node:path'
import { Node } from '@tiptap/pm/model'
import { create, real53 } from 'lib0/prng'
import { parse, print, printVerified, meaningDiffers } from '@minutebook/shared/markdown'
import { schema } from '@minutebook/shared/schema'
import { edit, editKinds } from './laws/edits.ts'
import { lineDiff } from './laws/line-diff.ts'
const root = process.argv[2] ?? '/work/shared/corpus', per = Number(process.argv[3] ?? 2), show = Number(process.argv[4] ?? 10)
const files = (d: string): string[] => fs.readdirSync(d, { withFileTypes: true }).flatMap(e => e.isDirectory() ? files(path.join(d, e.name)) : [path.join(d, e.name)])
const prng = create(Number(process.argv[5] ?? 7)); const rnd = () => real53(prng)
const R: any = {}; let shown = 0, retried = 0, mism = 0
for (const f of files(root)) { if (!f.endsWith('.md')) continue; const md = fs.readFileSync(f, 'utf8').replace(/^\uFEFF/, '').replace(/^---\r?\n[\s\S]*?\n---\r?\n/, ''); const { body, form } = parse(md); const node = Node.fromJSON(schema, body)
  for (const k of editKinds) for (let i = 0; i < per; i++) { const r = edit(node, k, rnd); if (!r) continue; const j = r.doc.toJSON(); const out = printVerified(j, form).text; if (out !== print(j, form).text) retried++
    const m = meaningDiffers(j, parse(out).body); const d = lineDiff(md, out); const z = (R[k] ||= { n: 0, ok: 0, eq: 0 }); z.n++; const exc = k === 'delete' ? d.added : Math.max(0, d.removed - r.removed) + Math.max(0, d.added - r.added); if (!m) z.eq++; else { mism++; console.log('MEANING', k, f, r.place.slice(0, 80), m.slice(0, 300)) }
    if (!exc) z.ok++; else if (shown++ < show) { console.log(k, f, JSON.stringify(r.place.slice(0, 80)), d, r.removed, r.added); const A = md.split('\n'), B = out.split('\n'); let s = 0; while (A[s] === B[s]) s++; let e = 0; while (A[A.length - 1 - e] === B[B.length - 1 - e] && e < A.length - s && e < B.length - s) e++; console.log('   -', JSON.stringify(A.slice(Math.max(0,s-1), Math.min(A.length - e+1, s + 6))).slice(0, 500)); console.log('   +', JSON.stringify(B.slice(Math.max(0,s-1), Math.min(B.length - e+1, s + 6))).slice(0, 500)) } } }
for (const k in R) R[k].rate = (100 * R[k].ok / R[k].n).toFixed(3)
console.table(R); console.log({ retried, mism })
