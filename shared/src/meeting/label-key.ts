/** A label by what is the same for all its spellings; initials stay capitals. */
export function labelKey(label: string): string {
  return label.replace(/^@/, '').trim().normalize('NFD').replace(/\p{M}/gu, '')
}
