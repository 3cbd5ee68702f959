import { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import {
  initProseMirrorDoc,
  prosemirrorToYXmlFragment,
  updateYFragment,
  yXmlFragmentToProseMirrorRootNode,
} from '@tiptap/y-tiptap'
import {
  editFrontMatter,
  elementAt,
  elementKey,
  formatOf,
  readBody,
  readNote,
  tick,
  typesOf,
  writeNote,
} from '@minutebook/shared/doc'
import type { NoteContent } from '@minutebook/shared/note'
import { markAttributes, markOrder, schema, type DocNode } from '@minutebook/shared/schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

const text = (words: string, ...marks: string[]): DocNode =>
  marks.length > 0
    ? { type: 'text', text: words, marks: marks.map((type) => ({ type })) }
    : { type: 'text', text: words }
const p = (...content: DocNode[]): DocNode => ({ type: 'paragraph', content })
const task = (words: string): DocNode => ({ type: 'listItem', attrs: { checked: false }, content: [p(text(words))] })

const content: NoteContent = {
  frontMatter: 'title: Lighthouse\nteams:\n- core\n',
  body: {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2, gap: 2 }, content: [text('Talk')] },
      p(text('TB: a '), text('bold code', 'bold', 'code'), text('\nand a second line')),
      { type: 'bulletList', content: [task('JW: send it'), task('call')] },
      { type: 'codeBlock', attrs: { info: 'sh' }, content: [text('ls -l\n')] },
      { type: 'horizontalRule' },
    ],
  },
  form: { bom: true, open: '---\n', close: '---\n', tail: '' },
}

function written(): Y.Doc {
  const doc = new Y.Doc()
  writeNote(doc, content)
  return doc
}

/** A second person's copy, and what brings both to the same state. */
function pair(): { a: Y.Doc; b: Y.Doc; exchange: () => void } {
  const a = written()
  const b = new Y.Doc()
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  return {
    a,
    b,
    exchange: () => {
      const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]
      Y.applyUpdate(a, fromB)
      Y.applyUpdate(b, fromA)
    },
  }
}

test('[D1] reading writes nothing', () => {
  const doc = written()
  let updates = 0
  doc.on('update', () => (updates += 1))
  readNote(doc)
  yXmlFragmentToProseMirrorRootNode(typesOf(doc).body, schema).check()
  readNote(new Y.Doc())
  expect(updates).toBe(0)
})

test('[D2] what is written is read back equal, also from an update', () => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(written()))
  expect(readNote(copy)).toEqual(content)
  expect(formatOf(copy)).toBe(1)
})

test('[D3] a history begins once', () => {
  expect(() => writeNote(written(), content)).toThrow('already holds a note')
})

test('[D4] y-tiptap and we read each other', () => {
  const node = Node.fromJSON(schema, content.body)
  expect(yXmlFragmentToProseMirrorRootNode(typesOf(written()).body, schema).toJSON()).toEqual(node.toJSON())
  const doc = new Y.Doc()
  prosemirrorToYXmlFragment(node, doc.getXmlFragment('body'))
  expect(Node.fromJSON(schema, readBody(doc.getXmlFragment('body'))).eq(node)).toBe(true)
})

test('[D5] marks nest in the order of the schema', () => {
  expect(Object.keys(schema.marks)).toEqual([...markOrder])
  const doc = new Y.Doc()
  const line = new Y.XmlText()
  line.insert(0, 'x', { code: {}, bold: {}, strike: {} })
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [line])
  typesOf(doc).body.insert(0, [paragraph])
  expect(readBody(typesOf(doc).body).content?.[0]?.content?.[0]?.marks?.map((mark) => mark.type)).toEqual([
    'strike',
    'bold',
    'code',
  ])
})

test('[D6] a tick and typing in the same line both stay', () => {
  const { a, b, exchange } = pair()
  tick(a, { path: [2, 0, 0], box: [2, 0] }, true, '2024-03-06T16:00:00Z')
  tick(a, { path: [1], box: null }, true, '2024-03-06T16:00:00Z')
  const line = elementAt(typesOf(b).body, [2, 0, 0])?.get(0)
  if (!(line instanceof Y.XmlText)) throw new Error('the line is not text')
  line.insert(line.length, ' today')
  exchange()
  for (const doc of [a, b]) {
    const item = readNote(doc).body.content?.[2]?.content?.[0]
    expect(item?.attrs).toEqual({ checked: true })
    expect(item?.content?.[0]?.content?.[0]?.text).toBe('JW: send it today')
    expect(readNote(doc).body.content?.[1]?.attrs).toEqual({ done: '2024-03-06T16:00:00Z' })
  }
  tick(a, { path: [1], box: null }, false, '')
  expect(readNote(a).body.content?.[1]?.attrs).toBeUndefined()
  expect(() => tick(a, { path: [9], box: null }, true, '')).toThrow('no element at 9')
})

test('[D7] edits of the front matter in different places both stay', () => {
  const { a, b, exchange } = pair()
  editFrontMatter(a, () => [
    { from: 7, to: 17, insert: 'Harbor' },
    { from: 25, to: 25, insert: '- crew\n' },
  ])
  editFrontMatter(b, () => [{ from: 32, to: 32, insert: 'tags: x\n' }])
  exchange()
  for (const doc of [a, b]) expect(readNote(doc).frontMatter).toBe('title: Harbor\nteams:\n- crew\n- core\ntags: x\n')
})

test("[D8] an element's key outlives what comes and goes around it", () => {
  const doc = written()
  const { body } = typesOf(doc)
  const key = (path: number[]) => {
    const element = elementAt(body, path)
    if (!element) throw new Error(`nothing at ${path.join('.')}`)
    return elementKey(element)
  }
  const before = key([2, 1])
  body.insert(0, [new Y.XmlElement('paragraph')])
  body.delete(2, 1)
  expect(key([2, 1])).toBe(before)
  expect(key([2, 0])).not.toBe(before)
  expect(() => elementKey(new Y.XmlElement('paragraph'))).toThrow('not part of a document')
})

test('[D9] what this version does not know is read and kept', () => {
  const doc = new Y.Doc()
  const poll = new Y.XmlElement('poll')
  poll.setAttribute('question', 'When?')
  typesOf(doc).body.insert(0, [poll])
  expect(readNote(doc).body.content).toEqual([{ type: 'poll', attrs: { question: 'When?' } }])
})

test('[D10] writing in a paragraph for the first time leaves its marks alone', () => {
  const doc = new Y.Doc()
  const link = (words: string): DocNode => ({
    ...text(words),
    marks: [{ type: 'link', attrs: { href: 'https://a.example' } }],
  })
  const body: DocNode = {
    type: 'doc',
    content: [
      p(text('one '), text('two', 'bold'), text(' '), link('three'), text(' '), text('four', 'italic', 'strike')),
    ],
  }
  writeNote(doc, { frontMatter: '', body, form: {} })
  const { body: shared } = typesOf(doc)
  const { doc: node, meta } = initProseMirrorDoc(shared, schema)
  let changes: unknown = null
  doc.on('update', (update: Uint8Array) => {
    const { structs, ds } = Y.decodeUpdate(update)
    changes = { structs: structs.length, deleted: ds.clients.size }
  })
  updateYFragment(doc, shared, new Transform(node).insert(1, schema.text('word ')).doc, meta)
  expect(changes).toEqual({ structs: 1, deleted: 0 })
})

test('[D10] the attributes of marks are those of the schema', () => {
  const named = Object.values(schema.marks).map((mark) => [mark.name, Object.keys(mark.spec.attrs ?? {})] as const)
  expect(Object.fromEntries(named.filter(([, names]) => names.length > 0))).toEqual(markAttributes)
})

/** The text of the first block. */
function wordsOf(doc: Y.Doc): Y.XmlText {
  const words = elementAt(typesOf(doc).body, [0])?.get(0)
  if (words instanceof Y.XmlText) return words
  throw new Error('there is no text')
}

test('[D11] words with the same marks are one text', () => {
  const { a, b, exchange } = pair()
  wordsOf(a).format(0, 4, { bold: { m: null } })
  wordsOf(b).format(2, 2, { bold: { m: null } })
  exchange()
  for (const doc of [a, b]) expect(readBody(typesOf(doc).body).content?.[0]?.content).toEqual([text('Talk', 'bold')])
})
