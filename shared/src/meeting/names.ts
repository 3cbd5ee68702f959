/** Words that look like initials and are none: "PR: https://…" is not said by anybody. */
const notInitials = new Set(
  (
    'TODO PR PRS CI CD WIP NB PS OK API APIS ARM SMP URL URI FAQ ID IDS OS VM VMS KVM VMM VMI HTTP RFC ETA NOTE GSOC USOC ' +
    'TBD TBA FYI TLDR AOB CFP CEP PEP CVE SIG WG TL EU US USA UK NA UTC PST CET CEST EST EDT PDT GMT AM IRC RSS CLI GUI ' +
    'UI UX IDE SDK ABI FFI DB SQL JS TS CSS HTML XML YAML JSON TOML GC JIT IR LLVM GCC CPU GPU RAM IO TCP UDP IP DNS TLS ' +
    'SSH QEMU XEN BSD GPL MIT LTS RC MVP PTO OOO QA RE CC BCC ASAP BTW IMO DM AI ML LLM FCP MCP'
  ).split(' '),
)

/** Capitalized words that stand before a colon and name no one. */
const notNames = new Set(
  (
    'note notes idea ideas link links update updates topic topics agenda question questions answer answers status news ' +
    'release releases deadline deadlines date dates time when where who what why how location place goal goals issue ' +
    'issues problem problems solution solutions context background summary result results outcome outcomes example ' +
    'examples see also next done open closed blocked progress plan plans proposal proposals option options pro pros con ' +
    'cons reminder warning important info information details discussion discussions conclusion consensus decision ' +
    'decisions action actions task tasks todo todos item items review reviews reviewer reviewers approve approved merge ' +
    'merged resend work ask check fix add create send schedule document documentation docs doc support test tests testing ' +
    'build builds code blog website slack discord zoom github email mail meeting meetings call today tomorrow yesterday ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december short long first second third finally later now then other others misc later ' +
    'title description author authors owner owners chair scribe scribes present regrets attendees participants absent ' +
    'facilitator notetaker source sources reference references related tracking milestone priority version bug feature ' +
    'features request requests edit clarification correction quote yes no maybe'
  ).split(/\s+/),
)

/** First words of a demand: in "Talk to Ann" nobody is called Talk. */
const demands = new Set(
  (
    'access add address agree allow announce answer apply approach ask attempt back begin bring build call check come ' +
    'commit connect continue contribute convert create decide fix follow get give go have help how hope intend invite ' +
    'keep lead learn like link listen look mail make manage map migrate move need open plan point port post prepare push ' +
    'reach refer relate remember rename reply report request respond return route say see send set ship show speak start ' +
    'stick subscribe support switch sync talk tend transition try turn update upgrade use volunteer wait want work write ' +
    'we they it this that there someone somebody anyone anybody nobody i you he she who'
  ).split(' '),
)

const groups =
  /^(?:all|every(?:one|body)|mentors|mentees|students|maintainers|owners|team|core|community leaders|(?:the )?(?:\w+ ){1,2}(?:task force|team))$/i

/** Whether a label means several people at once, such as `All` or `Everyone`. */
export function isGroup(label: string): boolean {
  return groups.test(label)
}

/** Whether a word is written like initials: two to four letters, the first and at least one more a capital (`RD`, `RdS`). */
export function isInitials(word: string): boolean {
  if (!/^\p{Lu}\p{L}{1,3}$/u.test(word) || !/^.\p{Ll}?\p{Lu}/u.test(word)) return false
  return !notInitials.has(word.toUpperCase())
}

/** Whether a word is written like a name: `Ann`, `RăzvanD`, `Ann K`. Only a place where owners stand makes it one. */
export function isNameLike(words: string): boolean {
  const match = /^(\p{Lu}[\p{Ll}\p{M}'’]+\p{Lu}?)(?: \p{Lu}\.?)?$/u.exec(words)
  return match?.[1] !== undefined && !notNames.has(match[1].toLowerCase())
}

/** Whether the first word of "Ann to ask …" can be a name at all. */
export function canBeAskedTo(word: string): boolean {
  const lower = word.toLowerCase()
  return isInitials(word) || (isNameLike(word) && !demands.has(lower))
}
