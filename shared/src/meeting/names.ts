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
    'features request requests recommendation recommendations edit clarification correction quote yes no maybe new ' +
    'previous pending key main current outstanding remaining general some potential possible final additional immediate ' +
    'optional required draft done wip high low medium small large for with from at in on by to the a an this that our'
  ).split(/\s+/),
)

/** Words that stand before "to" and are no handle, as in "things to do". */
const nouns = new Set(
  'able code docs easy good hard ideas items more needs nothing options people plans prs something support tests things time tools way ways work only not wanted'.split(
    ' ',
  ),
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
  /^(?:all|every(?:one|body)(?: else)?|(?:all )?(?:attendees|participants|mentors|mentees|students|maintainers|owners|chairs|co-chairs|editors|members|leads|implement[eo]rs|organi[sz]ers|volunteers)|team|core|tsc|community leaders|(?:the )?(?:\w+ ){1,2}(?:task force|team|members|maintainers|chairs|editors|leads|working group|wg|committee))$/i

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

/** Whether words are written like a name: `Ann`, `RăzvanD`, `Ann K`, `Ann Lee`. Only a place where owners stand makes it one. */
export function isNameLike(words: string): boolean {
  if (/^\p{Lu}[\p{Ll}\p{M}'’]+\p{Lu}?(?: \p{Lu}\.?)?$/u.test(words))
    return words.split(' ').slice(0, 1).every(isNoOtherWord)
  return (
    /^\p{Lu}[\p{Ll}\p{M}'’-]+(?: \p{Lu}[\p{Ll}\p{M}'’-]+){1,2}$/u.test(words) && words.split(' ').every(isNoOtherWord)
  )
}

function isNoOtherWord(word: string): boolean {
  return !notNames.has(word.toLowerCase())
}

/** Whether a word is written like a handle: `nikomatsakis`, `r-devulap`. Only before a demand can it be told from others. */
function isHandle(word: string): boolean {
  return (
    /^[a-z][a-z\d]*(?:[-_][a-z\d]+)*$/.test(word) && word.length > 2 && !word.endsWith('ing') && !notNames.has(word)
  )
}

/** Whether the first word of "Ann to ask …" can be a name at all. */
export function canBeAskedTo(word: string): boolean {
  if (isInitials(word)) return true
  const isDemand = word.split(' ').some((part) => demands.has(part.toLowerCase()) || nouns.has(part.toLowerCase()))
  return !isDemand && (isNameLike(word) || isHandle(word))
}
