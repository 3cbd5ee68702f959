// @vitest-environment jsdom
import { Mapping } from '@tiptap/pm/transform'
import type { DecorationSet } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '@minutebook/shared/note'
import { redraw } from '../items/drawing.ts'
import { h, p, TestEditor } from '../test-editor.ts'
import { prng, scramble } from '../test-random.ts'
import { extraDrawables } from './draw-extras.ts'
import { extrasOf } from './extras.ts'

const opened = (markdown: string) => new TestEditor(readMarkdown(markdown).body.content ?? [])

/** An editor in the page, which can have the focus. */
function focused(markdown: string): TestEditor {
  const editor = opened(markdown)
  document.body.append(editor.editor.view.dom)
  editor.editor.view.focus()
  return editor
}

const marked = (markdown: string) => opened(markdown).drawn('mark')

const all = `[TOC]

## :dart: Goals

We ==agree== on :rocket: and $a$[^1], :nosuch:

:::warning
Careful

- one
:::

Lamp
: it shines

$$
x
$$

\`\`\`mermaid
graph LR
\`\`\`

- ==b== $c$

[^1]: said
`

describe('words between signs', () => {
  it('[E71] are highlighted where the signs touch them', () => {
    expect(marked('the ==second plan== and ==x==')).toEqual(['second plan', 'x'])
    expect(marked('a == b == c, ==d ==, == e==, ====')).toEqual([])
    expect(marked('`==no==` and if a==b==c')).toEqual(['b'])
    expect(marked('==two\nlines==')).toEqual([])
  })

  it('[E71] show their signs while an end of the selection touches them', () => {
    const editor = focused('see ==this== here')
    expect(editor.at('see').drawn('.sign.away')).toEqual(['==', '=='])
    expect(editor.at('see ').drawn('.sign.away')).toEqual([])
    expect(editor.at('==this==').drawn('.sign.away')).toEqual([])
    expect(editor.at('==this== ').drawn('.sign.away')).toEqual(['==', '=='])
    expect(editor.select('this== he').drawn('.sign.away')).toEqual([])
  })

  it('[E72] are the brackets of a reference to a footnote', () => {
    const editor = focused('said[^1] so\n\n[^1]: by Ann')
    expect(editor.at('so').drawn('sup .sign.away, .sign.away')).toEqual(['[^', ']'])
    expect(editor.at('[^1').drawn('.away')).toEqual([])
    expect(editor.editor.view.dom.querySelector('section')?.dataset['footnote']).toBe('1')
  })

  it('[E39] are shortcodes in the text as well, outside of code and addresses', () => {
    const editor = focused('go :rocket: at 12:30:45, `:tada:`, https://example.org/:x:')
    expect(editor.at('go').drawn('.emoji')).toEqual([':rocket:'])
    expect(editor.at(':rock').drawn('.emoji')).toEqual([])
  })
})

describe('definitions', () => {
  it('[E73] draws a line as a term where definitions follow it', () => {
    const editor = opened('Lamp\n: it shines\n: it stands\n\nRope\n:no blank')
    expect(editor.drawn('.term')).toEqual(['Lamp'])
    expect(editor.drawn('.definition')).toEqual(['it shines', 'it stands'])
    expect(opened(': nothing\n: above').drawn('.definition')).toEqual([])
  })
})

describe('the table of contents', () => {
  it('[E78] lists the headings and follows them', () => {
    const editor = opened('[TOC]\n\n## :dart: Goals\n\n### Near\n\n[TOC] not alone')
    const dom = editor.editor.view.dom
    expect(editor.drawn('.contents button')).toEqual(['Goals', 'Near'])
    const near = dom.querySelector<HTMLElement>('.contents button:last-child')
    expect(near?.style.getPropertyValue('--depth')).toBe('1')
    editor.at('Near').type('by')
    expect(editor.drawn('.contents button')).toEqual(['Goals', 'Nearby'])
    expect(dom.querySelectorAll('.contents')).toHaveLength(1)
  })

  it('[E78] scrolls to the heading that is pressed and changes nothing', () => {
    const editor = focused('[TOC]\n\n## Goals\n\n## Plans')
    const { dom } = editor.editor.view
    const seen: string[] = []
    for (const heading of dom.querySelectorAll('h2')) heading.scrollIntoView = () => void seen.push(heading.textContent)
    const button = dom.querySelectorAll('.contents button')[1]
    for (const type of ['mousedown', 'click']) button?.dispatchEvent(new MouseEvent(type, { bubbles: true }))
    expect(seen).toEqual(['Plans'])
    expect(editor.written).toBe(0)
  })
})

/** What is drawn, one text a decoration. */
const listed = (set: DecorationSet) =>
  set
    .find()
    .map((drawn) =>
      JSON.stringify([drawn.from, drawn.to, drawn.spec, Reflect.get(Reflect.get(drawn, 'type'), 'attrs')]),
    )
    .sort()

/** What is drawn, and what would be drawn without remembering anything. */
function both(editor: TestEditor) {
  const { state } = editor.editor
  const extras = extrasOf(state)
  const anew = redraw(null, extraDrawables(state.doc, extras), state.doc, new Mapping())
  return [listed(extras.drawing.set), listed(anew.set)] as const
}

describe('what is drawn of extras after an edit', () => {
  it.each([2, 4, 9])('[E41] is what would be drawn anew, whatever others write (seed %i)', (seed) => {
    const random = prng(seed)
    const editor = opened(all)
    for (let round = 0; round < 60; round++) {
      editor.remote((body) => {
        for (let edits = Math.floor(random() * 3); edits >= 0; edits--) scramble(body, random)
      })
      const [drawn, anew] = both(editor)
      expect(drawn).toEqual(anew)
    }
  })

  it('[E41] is what would be drawn anew, whatever is done here', () => {
    const editor = opened(all)
    editor.editor.view.dispatch(editor.editor.state.tr.setMeta('focus', true))
    const steps = [
      () => editor.at('==agree').type(' x ').press('Enter'),
      () => editor.at('one').press('Enter').type('two'),
      () => editor.at('graph LR').type('\nA'),
      () => editor.at('shines').type(' $z$ :tada:'),
      () => editor.select('Careful').press('Backspace').type('::'),
      () => editor.editor.commands.undo(),
    ]
    for (const step of steps) {
      step()
      const [drawn, anew] = both(editor)
      expect(drawn).toEqual(anew)
    }
  })

  it('[E70] writes nothing when a note that holds all of it is opened and looked at', () => {
    const editor = focused(all)
    const before = editor.blocks
    editor.at('agree').at('$a').at('x').at('[TOC]')
    expect(editor.written).toBe(0)
    expect(editor.blocks).toEqual(before)
  })

  it('[E70] has all of its words in the text, for those who hear it', () => {
    const words = new TestEditor([h(2, 'a'), p('==b== $c$ :tada:')]).editor.state.doc.textContent
    expect(words).toBe('a==b== $c$ :tada:')
  })
})
