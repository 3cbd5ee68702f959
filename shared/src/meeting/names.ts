/** Words that look like initials and are none, unless they are those of a participant: nobody says "PR: https://…". */
const notInitials = new Set(
  (
    'PR AI ML CI CD WIP NB PS OK OS VM UI UX DB JS ID IP IO QA API ABI FFI ARM SMP URL URI FAQ KVM VMM VMI RFC ETA TBD TBA FYI ' +
    'AOB IRC CFP CEP PEP NEP CVE SIG TSC TAC USA UTC PST CET EST EDT PDT GMT RSS CLI GUI IDE SDK SQL CSS XML GCC CPU GPU RAM ' +
    'TCP UDP DNS TLS SSH XEN BSD GPL MIT LTS MVP LLM FCP MCP DOC OBJ PNG PDF SVG FBX OSS'
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
    'features request requests recommendation recommendations edit clarification correction quote yes no maybe'
  ).split(/\s+/),
)

/** Words that stand before "to" and name no one: in "Talk to people" nobody is called Talk. */
const demands = new Set(
  (
    'access add address agree allow announce answer apply approach ask attempt back begin bring build call check come ' +
    'commit connect continue contribute convert create decide fix follow get give go have help how hope intend invite ' +
    'keep lead learn like link listen look mail make manage map migrate move need open plan point port post prepare push ' +
    'reach refer relate remember rename reply report request respond return route say see send set ship show speak start ' +
    'stick subscribe support switch sync talk tend transition try turn update upgrade use volunteer wait want work write ' +
    'thanks due according prior next close subject ready similar related comparable ' +
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
  // Four capitals are an acronym, and capitals with an s are several of them.
  return !notInitials.has(word) && !/^(?:[A-Z]{4}|[A-Z]{2,3}s)$/.test(word)
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
