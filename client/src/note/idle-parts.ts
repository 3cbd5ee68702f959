/** What a note's page fetches together when it has nothing else to do. */
export { Away } from './away/Away.tsx'
export { Banner } from './Banner.tsx'
export { KeptWords } from './rescue/KeptWords.tsx'
export { StartFrom } from './start-from/StartFrom.tsx'
export { LiveRegion } from './announce/LiveRegion.tsx'
export { TeamSource } from './team/TeamSource.tsx'
export { CarriedOver } from './carried/CarriedOver.tsx'
