export * from './shapes.ts'
export * from './ledger.ts'
