import { Late } from '../../ui/late.ts'

/** What changes the agenda and its headings, fetched when the page has nothing else to do. */
export const agendaCode = new Late(() => import('./acts.ts'))

/** Does something with it: at once where it is here. Without the network, where it is not, nothing happens. */
export function withAgendaCode(act: (code: typeof import('./acts.ts')) => void): void {
  const { here } = agendaCode
  if (here) act(here)
  else agendaCode.load().then(act, () => undefined)
}
