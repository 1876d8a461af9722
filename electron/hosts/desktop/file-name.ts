import { extname } from 'node:path'
import { plainFileName } from '../../../shared/domain/file-name.ts'

/** A name a page proposed, as a file name for any system: no folder, no character a system refuses. */
export function pdfName(proposed: unknown): string {
  const name = typeof proposed === 'string' ? proposed : ''
  return `${plainFileName(name.replace(/\.pdf$/i, ''), 'Evenkeel')}.pdf`
}

/** The same for a file that already has its ending. */
export function fileName(proposed: unknown): string {
  const name = typeof proposed === 'string' ? proposed : ''
  const ending = /^\.[a-z0-9]{1,8}$/i.exec(extname(name))?.[0] ?? ''
  return `${plainFileName(name.slice(0, name.length - ending.length), 'Evenkeel')}${ending}`
}
