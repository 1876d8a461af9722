import { readFileSync, statSync } from 'node:fs'
import { limits } from '../limits.ts'
import { megabytes, quoted, refuse } from '../refuse.ts'
import type { SourceFile } from '../table.ts'

const openFailures: Record<string, string> = {
  ENOENT: 'is no longer where it was. Choose it again.',
  EACCES:
    'cannot be opened: this computer does not allow Evenkeel to read it. Copy it to another folder and choose the copy.',
  EPERM:
    'cannot be opened: this computer does not allow Evenkeel to read it. Copy it to another folder and choose the copy.',
  EBUSY: 'is open in another program. Close it there, then choose it again.',
  EISDIR: 'is a folder. Choose the files inside it.',
}

/** Why a file could not be opened, as a sentence for the user. */
export function openFailure(name: string, code: string | undefined): string {
  return `${quoted(name)} ${openFailures[code ?? ''] ?? 'could not be read from the disk. Copy it to another folder and choose the copy.'}`
}

/** The whole file. Its size is checked before a byte is read. */
export function readSource(file: SourceFile): Buffer {
  checkedSize(file)
  return attempt(file, () => readFileSync(file.path))
}

/** Size in bytes, refusing a file that is too large or empty. */
export function checkedSize(file: SourceFile): number {
  const size = sizeOf(file)
  if (size > limits.fileBytes) {
    refuse(
      `${quoted(file.name)} is ${megabytes(size)}; the most is ${megabytes(limits.fileBytes)}. Split it, or keep only the columns and the period you need.`,
    )
  }
  if (size === 0) refuse(`${quoted(file.name)} is empty. Choose a file that holds outputs.`)
  return size
}

/** Size in bytes, refusing what is not a file. */
export function sizeOf(file: SourceFile): number {
  const stat = attempt(file, () => statSync(file.path))
  if (!stat.isFile()) refuse(openFailure(file.name, 'EISDIR'))
  return stat.size
}

function attempt<T>(file: SourceFile, action: () => T): T {
  try {
    return action()
  } catch (error) {
    return refuse(openFailure(file.name, (error as NodeJS.ErrnoException).code))
  }
}
