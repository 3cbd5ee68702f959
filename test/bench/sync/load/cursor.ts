import * as encoding from 'lib0/encoding'

/** The awareness update of one editor: who it is and where its caret stands. */
export function cursor(client: number, clock: number): Uint8Array {
  const caret = { type: null, tname: 'body', item: { client, clock }, assoc: 0 }
  const state = { user: { name: `Person ${client}`, color: '#3366cc' }, cursor: { anchor: caret, head: caret } }
  return encoding.encode((to) => {
    encoding.writeVarUint(to, 1)
    encoding.writeVarUint(to, client)
    encoding.writeVarUint(to, clock)
    encoding.writeVarString(to, JSON.stringify(state))
  })
}
