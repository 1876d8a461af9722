import { errorCode, whatStopsWriting } from './db/problem.ts'

const safe = 'Everything saved before is safe.'

/**
 * What to tell of work that the disk refused, by the code the system or SQLite gave it or what caused it; null where
 * the disk had no part in it.
 */
export function diskSentence(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    const sentence = ofCode(errorCode(each) ?? '')
    if (sentence !== null) return sentence
  }
  return null
}

/**
 * The same for a copy that was made in `folder` from a file that may be at fault itself: null where the folder takes
 * writes, and it was the file that could not be opened.
 */
export function diskSentenceOfCopy(error: unknown, folder: string): string | null {
  const code = errorCode(error)
  if (code === undefined) return null
  const stops = whatStopsWriting(folder, code)
  const isOfTheFile = stops === code && /^SQLITE_(CANTOPEN|READONLY)|^E(ACCES|PERM)$/.test(code)
  return isOfTheFile ? null : ofCode(stops)
}

function ofCode(code: string): string | null {
  if (/^SQLITE_FULL|^E(NOSPC|DQUOT)$/.test(code))
    return `The disk is full, so this could not be done. ${safe} Free some space, then try again.`
  if (/^SQLITE_IOERR|^EIO$/.test(code))
    return `The disk reported an error, so this could not be done. ${safe} Try again; if it comes back, copy your newest backup to another disk.`
  if (/^SQLITE_(CANTOPEN|READONLY)|^E(ACCES|PERM|ROFS)$/.test(code))
    return `A file could not be written, so this could not be done. ${safe} The disk is full, or Evenkeel is not allowed to write there.`
  return null
}
