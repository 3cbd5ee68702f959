// @vitest-environment jsdom
import { DOMParser as HtmlParser } from '@tiptap/pm/model'
import { expect, it } from 'vitest'
import { print } from '@minutebook/shared/markdown'
import { schema } from '@minutebook/shared/schema'
import { plain } from '../document.ts'
import { tidyHtml } from './tidy.ts'

/** The Markdown of what a program puts on the clipboard as HTML. */
function markdownOf(html: string): string {
  const body = new DOMParser().parseFromString(tidyHtml(html), 'text/html').body
  const doc = HtmlParser.fromSchema(schema).parse(body)
  doc.check()
  return print(plain(doc), {}).text
}

const wordItem = (level: number, sign: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
  style='mso-list:Ignore'>${sign}<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`

const samples: [program: string, html: string, markdown: string][] = [
  [
    'a text processor on the web: a wrapper that is bold in name only, styles for marks',
    `<meta charset='utf-8'><b style="font-weight:normal;" id="guid-1"><h2 dir="ltr"><span style="font-size:16pt">Plan</span></h2>
    <p dir="ltr"><span style="font-weight:700">Crane</span><span style="font-weight:400"> and </span><span style="font-style:italic">winch</span></p><br></b>`,
    '## Plan\n\n**Crane** and *winch*\n',
  ],
  [
    'a text processor on the web: lists beside items, checklists with pictures',
    `<b style="font-weight:normal"><ul><li aria-level="1"><p role="presentation"><span>rope</span></p></li><ul><li aria-level="2"><p><span>thin</span></p></li></ul><li aria-level="1"><p>oil</p></li></ul>
    <p>and</p><ul><li role="checkbox" aria-checked="false"><img src="data:image/png;base64,AA" alt="unchecked" aria-roledescription="checkbox"><p>paint</p></li>
    <li role="checkbox" aria-checked="true"><img src="data:image/png;base64,AA" alt="checked" aria-roledescription="checkbox"><p><span style="text-decoration:line-through">sand</span></p></li></ul></b>`,
    '- rope\n  - thin\n- oil\n\nand\n\n- [ ] paint\n- [x] sand\n',
  ],
  [
    'a text processor on the desk: paragraphs for items, conditional comments',
    `<html xmlns:o="urn:o"><head><style><!-- p.MsoNormal {margin:0} --></style><!--[if gte mso 9]><xml>x</xml><![endif]--></head><body><!--StartFragment-->
    <p class=MsoNormal><b><span lang=EN-US>Crane</span></b> notes<o:p></o:p></p>${wordItem(1, '·', 'rope')}${wordItem(2, 'o', 'thin')}${wordItem(1, '·', 'oil')}
    <p class=MsoNormal><o:p>&nbsp;</o:p></p>${wordItem(1, '1.', 'lift')}${wordItem(1, '2.', 'lower')}<!--EndFragment--></body></html>`,
    '**Crane** notes\n\n- rope\n  - thin\n- oil\n\n1. lift\n2. lower\n',
  ],
  [
    'a chat: boxes and breaks, quotes, code, lists that say how deep they are',
    `<meta charset='utf-8'><span class="c-message">Hello <b>all</b><br>who lifts?<br><br>I do<div class="section">with <code class="c-code">crane --up</code></div>
    <blockquote class="c-quote">slowly<br>please</blockquote><pre class="c-pre">a
  b</pre><ul data-indent="0"><li>rope</li></ul><ul data-indent="1"><li>thin</li></ul><ul data-indent="0"><li>oil</li></ul></span>`,
    'Hello **all**\nwho lifts?\n\nI do\n\nwith `crane --up`\n\n> slowly\n> please\n\n```\na\n  b\n```\n\n- rope\n  - thin\n- oil\n',
  ],
  [
    'a forge: permalinks, task lists, colored code, aligned tables',
    `<div class="markdown-heading"><h2>Tasks</h2><a id="user-content-tasks" class="anchor" href="#tasks"><svg><path d="M1"></path></svg></a></div>
    <ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled=""> rope</li><li><input type="checkbox" checked="" disabled=""> oil<ul><li>thin</li></ul></li></ul>
    <div class="highlight highlight-source-js"><pre><span class="pl-k">let</span> up = 1
up++</pre><div class="zeroclipboard-container"><clipboard-copy value="let">Copy</clipboard-copy></div></div>
    <table><thead><tr><th align="left">Who</th><th align="right">Tons</th></tr></thead><tbody><tr><td align="left">crane</td><td align="right">2</td></tr></tbody></table>
    <p>see <a href="https://forge.example/a/1">#1</a> <g-emoji>🏗</g-emoji></p>`,
    '## Tasks\n\n- [ ] rope\n- [x] oil\n  - thin\n\n```js\nlet up = 1\nup++\n```\n\n| Who | Tons |\n| :-- | --: |\n| crane | 2 |\n\nsee [#1](https://forge.example/a/1) 🏗\n',
  ],
  [
    'a notes editor: anchors in headings, numbered code',
    `<h2 id="Agenda"><a class="anchor hidden-xs" href="#Agenda"><i class="fa fa-link"></i></a><span>Agenda</span></h2><ul>
<li class="task-list-item"><input type="checkbox"><label></label><span> rope</span></li>
</ul><pre><code class="js hljs"><div class="wrapper"><div class="gutter linenumber"><span data-linenumber="1"></span></div><div class="code">let a
b</div></div></code></pre>`,
    '## Agenda\n\n- [ ] rope\n\n```js\nlet a\nb\n```\n',
  ],
  [
    'a spreadsheet: no head, rows of several lengths, several lines in a cell',
    '<table><tr><td>a</td><td>b</td></tr><tr><td><p>c</p><p>d</p></td></tr></table>',
    '| a | b |\n| --- | --- |\n| c d |  |\n',
  ],
  [
    'a spreadsheet: cells over several rows and columns',
    '<table><tr><td colspan="2">a</td><td>b</td></tr><tr><td rowspan="2">c</td><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>',
    '| a |  | b |\n| --- | --- | --- |\n| c | d | e |\n|  | f | g |\n',
  ],
  [
    'a notes editor: boxes written as in Markdown',
    '<ul>\n<li>[ ] rope<ul><li>[x] thin</li></ul></li>\n<li><p>[X] <b>oil</b></p></li><li>[a] b</li><li><ul><li>[ ] c</li></ul></li>\n</ul>',
    '- [ ] rope\n  - [x] thin\n- [x] **oil**\n- [a] b\n- - [ ] c\n',
  ],
]

it.each(samples)('[E64] %s', (_program, html, markdown) => {
  expect(markdownOf(html)).toBe(markdown)
})

it('[E65] brings no id, no hint, no handler, no style, nothing that loads by itself', () => {
  const html =
    tidyHtml(`<p id="x" done="now" src="- a" gap="9" onclick="run()" class="c" style="color: red; font-weight: bold">a</p>
    <iframe src="https://x.example"></iframe><script>run()</script><style>p{}</style><link rel="stylesheet" href="https://x.example/a.css">
    <svg onload="run()"></svg><a href="javascript:run()">b</a><a href=" java\nscript:run()">c</a><a href="#here">d</a>
    <img src="data:image/png;base64,AA" alt="e"><img src="file:///a.png"><img src="https://x.example/f.png" srcset="https://x.example/g.png 2x" onerror="run()" alt="f">`)
  expect(html).toBe('<p style="font-weight: bold">a</p><p>bcd e<img src="https://x.example/f.png" alt="f"></p>')
})
