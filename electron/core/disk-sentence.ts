import { errorCode } from './db/problem.ts'

const safe = 'Everything saved before is safe.'

/**
 * What to tell of work that the disk refused, by the code the system or SQLite gave it or what caused it; null where
 * the disk had no part in it.
 */
export function diskSentence(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    const code = errorCode(each) ?? ''
    if (/^SQLITE_FULL|^E(NOSPC|DQUOT)$/.test(code))
      return `The disk is full, so this could not be done. ${safe} Free some space, then try again.`
    if (/^SQLITE_IOERR|^EIO$/.test(code))
      return `The disk reported an error, so this could not be done. ${safe} Try again; if it comes back, copy your newest backup to another disk.`
    if (/^SQLITE_(CANTOPEN|READONLY)|^E(ACCES|PERM|ROFS)$/.test(code))
      return `A file could not be written, so this could not be done. ${safe} The disk is full, or Evenkeel is not allowed to write there.`
  }
  return null
}
