import { limits } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import { readConfig, variables } from './config.ts'

const mistakesOf = (environment: Record<string, string>) => {
  const reading = readConfig(environment)
  return 'mistakes' in reading ? reading.mistakes : []
}

test('[C1] without any variable there are the documented defaults', () => {
  expect(readConfig({})).toEqual({
    config: { port: 3000, host: '127.0.0.1', dataDir: './data', publicUrl: null, logLevel: 'info', limits },
  })
})

test('[C1] each variable is read', () => {
  const reading = readConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    DATA_DIR: '/srv/notes',
    PUBLIC_URL: 'https://notes.example.org/',
    LOG_LEVEL: 'debug',
    IMPORT_LIMIT_BYTES: '1000',
  })
  expect(reading).toEqual({
    config: {
      port: 0,
      host: '0.0.0.0',
      dataDir: '/srv/notes',
      publicUrl: 'https://notes.example.org',
      logLevel: 'debug',
      limits: { ...limits, importBytes: 1000 },
    },
  })
})

test('[C30] the size of an image and of all images of a note are limited', () => {
  expect(limits).toMatchObject({ imageBytes: 10 * 1024 * 1024, imagesBytes: 100 * 1024 * 1024 })
  expect(readConfig({ IMAGE_LIMIT_BYTES: '1000', IMAGES_LIMIT_BYTES: '2000' })).toMatchObject({
    config: { limits: { imageBytes: 1000, imagesBytes: 2000 } },
  })
  expect(mistakesOf({ IMAGE_LIMIT_BYTES: '0', IMAGES_LIMIT_BYTES: 'much' })).toHaveLength(2)
})

test('[C2] every mistake is named, all at once', () => {
  const mistakes = mistakesOf({ PORT: '70000', PUBLIC_URL: 'notes.example.org', LOG_LEVEL: 'loud', CONNECTIONS: '-1' })
  expect(mistakes).toEqual([
    'PORT must be a whole number from 0 to 65535, not "70000".',
    'PUBLIC_URL must begin with http:// or https://, such as https://notes.example.org, not "notes.example.org".',
    'LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace, not "loud".',
    'CONNECTIONS must be a whole number from 1 to 2147483648, not "-1".',
  ])
})

test('[C2] values that nearly are right are mistakes', () => {
  for (const PORT of ['3000a', '3e3', '0x10', '-1', '3000.5', '99999999999'])
    expect(mistakesOf({ PORT })).toHaveLength(1)
  for (const PUBLIC_URL of [
    'ftp://notes.example.org',
    'https://notes.example.org/path',
    'https://a@b.example',
    '//x',
    'http://',
  ]) {
    expect(mistakesOf({ PUBLIC_URL })).toHaveLength(1)
  }
})

test('[C3] what this version cannot do is refused', () => {
  const mistakes = mistakesOf({ DATABASE_URL: 'postgres://localhost/notes', REDIS_URL: 'redis://localhost' })
  expect(mistakes).toHaveLength(2)
  expect(mistakes.join('\n')).toMatch(/^DATABASE_URL .*embedded store.*\nREDIS_URL .*single process/)
})

test('[C6] a variable set to nothing is not set', () => {
  expect(readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '', LOG_LEVEL: '' })).toEqual(readConfig({}))
})

test('every variable says in one sentence what it is', () => {
  for (const { name, sentence } of Object.values(variables))
    expect([name, sentence]).toEqual([expect.stringMatching(/^[A-Z_]+$/), expect.stringMatching(/^[A-Z].*\.$/)])
})
