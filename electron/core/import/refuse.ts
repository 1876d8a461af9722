import { AppError, type Problem } from '../../../shared/errors.ts'
import { limits } from './limits.ts'

/** Ends the import with a sentence for the user. */
export function refuse(message: string, problems: readonly Problem[] = []): never {
  throw new AppError('INVALID_INPUT', message, problems)
}

/** A table of too many rows. */
export function refuseRows(name: string): never {
  return refuse(
    `${quoted(name)} has more than ${counted(limits.rows)} rows. Split it by period and import the parts one by one.`,
  )
}

/** A file's name as messages show it: one line, at most 80 characters, in quotation marks. */
export function quoted(name: string): string {
  const line = name.replace(/\p{C}+/gu, ' ').trim()
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`
}

/** A value as messages show it: one line, at most 40 characters, in quotation marks. */
export function quotedValue(value: string): string {
  const line = value.replace(/[\p{C}\s]+/gu, ' ').trim()
  return `"${line.length > 40 ? `${line.slice(0, 39)}…` : line}"`
}

/** 1234567 as "1,234,567", the same on every computer. */
export function counted(value: number): string {
  return value.toLocaleString('en-GB')
}

export function megabytes(bytes: number): string {
  return `${counted(Math.round(bytes / (1024 * 1024)))} MB`
}
