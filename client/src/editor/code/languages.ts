import type { LanguageFn } from 'highlight.js'

/** A language of code: how it is written after the fence, for people, and what reads it. */
export interface Language {
  name: string
  label: string
  /** other ways to write it after the fence */
  others: readonly string[]
  load: () => Promise<{ default: LanguageFn }>
}

const row = (name: string, label: string, others: string, load: Language['load']): Language => ({
  name,
  label,
  others: others === '' ? [] : others.split(' '),
  load,
})

/** The languages whose code is colored. Each grammar is fetched by itself, when a note holds such code. */
export const languages: readonly Language[] = [
  row('bash', 'Bash', 'sh zsh', () => import('highlight.js/lib/languages/bash')),
  row('c', 'C', 'h', () => import('highlight.js/lib/languages/c')),
  row('cpp', 'C++', 'cc c++ h++ hpp cxx', () => import('highlight.js/lib/languages/cpp')),
  row('csharp', 'C#', 'cs c#', () => import('highlight.js/lib/languages/csharp')),
  row('cmake', 'CMake', '', () => import('highlight.js/lib/languages/cmake')),
  row('css', 'CSS', '', () => import('highlight.js/lib/languages/css')),
  row('dart', 'Dart', '', () => import('highlight.js/lib/languages/dart')),
  row('diff', 'Diff', 'patch', () => import('highlight.js/lib/languages/diff')),
  row('dockerfile', 'Dockerfile', 'docker', () => import('highlight.js/lib/languages/dockerfile')),
  row('elixir', 'Elixir', 'ex exs', () => import('highlight.js/lib/languages/elixir')),
  row('erlang', 'Erlang', 'erl', () => import('highlight.js/lib/languages/erlang')),
  row('go', 'Go', 'golang', () => import('highlight.js/lib/languages/go')),
  row('graphql', 'GraphQL', 'gql', () => import('highlight.js/lib/languages/graphql')),
  row('haskell', 'Haskell', 'hs', () => import('highlight.js/lib/languages/haskell')),
  row('html', 'HTML, XML', 'xml xhtml svg', () => import('highlight.js/lib/languages/xml')),
  row('ini', 'INI, TOML', 'toml', () => import('highlight.js/lib/languages/ini')),
  row('java', 'Java', '', () => import('highlight.js/lib/languages/java')),
  row('js', 'JavaScript', 'javascript jsx mjs cjs', () => import('highlight.js/lib/languages/javascript')),
  row('json', 'JSON', 'json5 jsonc', () => import('highlight.js/lib/languages/json')),
  row('julia', 'Julia', 'jl', () => import('highlight.js/lib/languages/julia')),
  row('kotlin', 'Kotlin', 'kt kts', () => import('highlight.js/lib/languages/kotlin')),
  row('latex', 'LaTeX', 'tex', () => import('highlight.js/lib/languages/latex')),
  row('lua', 'Lua', '', () => import('highlight.js/lib/languages/lua')),
  row('makefile', 'Makefile', 'make mk', () => import('highlight.js/lib/languages/makefile')),
  row('markdown', 'Markdown', 'md', () => import('highlight.js/lib/languages/markdown')),
  row('nginx', 'Nginx', '', () => import('highlight.js/lib/languages/nginx')),
  row('nix', 'Nix', '', () => import('highlight.js/lib/languages/nix')),
  row('ocaml', 'OCaml', 'ml', () => import('highlight.js/lib/languages/ocaml')),
  row('perl', 'Perl', 'pl', () => import('highlight.js/lib/languages/perl')),
  row('php', 'PHP', '', () => import('highlight.js/lib/languages/php')),
  row('powershell', 'PowerShell', 'ps1', () => import('highlight.js/lib/languages/powershell')),
  row('protobuf', 'Protocol Buffers', 'proto', () => import('highlight.js/lib/languages/protobuf')),
  row('python', 'Python', 'py', () => import('highlight.js/lib/languages/python')),
  row('r', 'R', '', () => import('highlight.js/lib/languages/r')),
  row('ruby', 'Ruby', 'rb', () => import('highlight.js/lib/languages/ruby')),
  row('rust', 'Rust', 'rs', () => import('highlight.js/lib/languages/rust')),
  row('scala', 'Scala', '', () => import('highlight.js/lib/languages/scala')),
  row('scss', 'SCSS', 'sass', () => import('highlight.js/lib/languages/scss')),
  row('shell', 'Shell session', 'console', () => import('highlight.js/lib/languages/shell')),
  row('sql', 'SQL', '', () => import('highlight.js/lib/languages/sql')),
  row('swift', 'Swift', '', () => import('highlight.js/lib/languages/swift')),
  row('ts', 'TypeScript', 'typescript tsx mts cts', () => import('highlight.js/lib/languages/typescript')),
  row('yaml', 'YAML', 'yml', () => import('highlight.js/lib/languages/yaml')),
]

/** The language that is written so, in capitals or not. */
export function languageOf(written: string): Language | undefined {
  const name = written.toLowerCase()
  return languages.find((language) => language.name === name || language.others.includes(name))
}
