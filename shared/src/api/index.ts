export * from './shapes.ts'
export * from './ledger.ts'
export * from './people.ts'
export * from './search.ts'
