import { create, int32, type PRNG } from 'lib0/prng'

/** Pieces that Markdown documents are made of here: markers, delimiters, blanks, line ends, a few words. */
const pieces: readonly string[] = [
  ['- ', '* ', '+ ', '1. ', '2) ', '10. ', '007. ', '> ', '>', '[ ] ', '[x] ', '[X]\t', '    ', '  ', ' ', '\t'],
  ['# ', '## ', ' ##', '---', '- - -', '===', '***', '```', '````', '~~~', '`', '``', '*', '**', '_', '__', '~', '~~'],
  ['[', ']', '](', '](x)', '](<a b> "t")', ')', '![', ']: /u', '[a]', '[a][]', '[a][b]', '[a]: /u "t"', '[b]: <>'],
  ['[^1]', '[^1]: ', '<b>', '</b>', '<!--', '-->', '<div>', '</div>', '<?', '<style>', '|', '| a | b |', '|---|:-:|'],
  ['\\', '\\\n', '  \n', '\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r', 'one', 'two', 'a_b_c', 'Wort', 'é', '中文'],
  [
    '&amp;',
    '&lt;',
    '&#32;',
    '&#10;',
    '&',
    'https://a.example/b_c',
    'www.a.example',
    '<http://q.example>',
    'x@y.example',
  ],
  [':dart:', '🎯', '$x$', '$$', '==m==', ':::', ':::info', '[TOC]', '"t"', "'t'", '1', '0', '.', '!', '^', '{', '}'],
  ['TB: ', 'TODO: ', 'Decision: ', '---\na: b\n---\n', '\uFEFF', '\u00A0', '\f', '\0'],
  ['$', '\\$', '$f^*', '^*$', '$a \\\\ b$'],
].flat()

/** The document of a seed: the same text for the same seed, on every machine. */
export function textOfSeed(seed: number): string {
  const random = create(seed)
  let text = ''
  for (let left = int32(random, 1, 32); left > 0; left--) text += pick(random)
  return text
}

function pick(random: PRNG): string {
  return pieces[int32(random, 0, pieces.length - 1)] ?? ''
}
