import { AppError } from '../errors.ts'

export const maxUploadBytes = 64 * 1024 * 1024
/** A backup is never read as a table, only checked as a database. */
export const maxBackupBytes = 4 * 1024 ** 3

/** Why a file of more than `maxUploadBytes` is not taken in. */
export function tooLarge(name: string): AppError {
  return new AppError(
    'INVALID_INPUT',
    `${name} is larger than 64 MB. Nothing was read. Export one month at a time, or split the file.`,
  )
}
