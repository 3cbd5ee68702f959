/** Addresses longer than this are cut after their first folder. */
const longest = 36

/** A web address for reading in a narrow column: without its protocol, and with an ellipsis for what is far down. */
export function shortUrl(address: string): string {
  const bare = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  if (bare.length <= longest) return bare
  const [host = '', folder = ''] = bare.split(/[/?#]/)
  const start = host.length + 1 + folder.length <= longest ? `${host}/${folder}` : host
  return `${start.slice(0, longest)}/…`
}

/** True where a text is nothing but a web address. */
export function isUrl(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text)
}
