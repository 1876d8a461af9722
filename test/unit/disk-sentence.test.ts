import { expect, test } from 'vitest'
import { diskSentence } from '../../electron/core/disk-sentence.ts'

const refused = (code: string, cause?: Error) => Object.assign(new Error(code, { cause }), { code })

test.each([
  ['ENOSPC', 'The disk is full'],
  ['EDQUOT', 'The disk is full'],
  ['SQLITE_FULL', 'The disk is full'],
  ['EIO', 'The disk reported an error'],
  ['SQLITE_IOERR_FSYNC', 'The disk reported an error'],
  ['SQLITE_CANTOPEN', 'A file could not be written'],
  ['EROFS', 'A file could not be written'],
])('%s is told as what it is, and that what was saved is safe', (code, words) => {
  const sentence = diskSentence(refused(code))
  expect(sentence).toMatch(new RegExp(`^${words}`))
  expect(sentence).toContain('Everything saved before is safe.')
})

test('what the disk refused is found behind the error it caused', () => {
  expect(diskSentence(new Error('The backup failed', { cause: refused('ENOSPC') }))).toMatch(/disk is full/)
})

test.each([refused('SQLITE_CONSTRAINT'), new Error('No code'), 'EIO', null])(
  'the disk had no part in %s',
  (error) => {
    expect(diskSentence(error)).toBeNull()
  },
)
