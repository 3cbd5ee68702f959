/**
 * What people type in the benchmark: marks of twelve letters that say who wrote them, and when. They are found in the bytes of
 * any frame, however updates were merged, so that a reader need not apply them.
 */

const sign = Buffer.from('@#')
/** letters of a writer's number and of a time, in base 36 */
const [writerSize, timeSize] = [3, 7] as const
const size = sign.length + writerSize + timeSize
const wrap = 36 ** timeSize

/** A mark of this moment. @param writer from 0 to 46,655 */
export function mark(writer: number): string {
  const [who, when] = [writer.toString(36), (now() % wrap).toString(36)]
  return `@#${who.padStart(writerSize, '0')}${when.padStart(timeSize, '0')}`
}

/** Finds all marks in some bytes: who wrote each, and its age in µs. */
export function findMarks(bytes: Buffer, found: (writer: number, age: number, at: number) => void): void {
  const present = now() % wrap
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + size)) {
    if (at + size > bytes.length) return
    const writer = number(bytes, at + sign.length, writerSize)
    const when = number(bytes, at + sign.length + writerSize, timeSize)
    if (writer >= 0 && when >= 0) found(writer, (present - when + wrap) % wrap, at)
  }
}

/** All marks in some bytes, as text. */
export function marksIn(bytes: Buffer): string[] {
  const all: string[] = []
  findMarks(bytes, (_writer, _age, at) => all.push(bytes.toString('latin1', at, at + size)))
  return all
}

/** µs on the clock that all processes of the machine share. */
function now(): number {
  return Number(process.hrtime.bigint() / 1_000n)
}

/** Reads a number in base 36; -1 where it is none. */
function number(bytes: Buffer, at: number, length: number): number {
  let value = 0
  for (let index = at; index < at + length; index += 1) {
    const letter = bytes.readUInt8(index)
    if (letter >= 48 && letter <= 57) value = value * 36 + letter - 48
    else if (letter >= 97 && letter <= 122) value = value * 36 + letter - 87
    else return -1
  }
  return value
}
