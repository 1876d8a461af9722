import { extname } from 'node:path'

const longest = 120

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A name a page proposed, as a file name for any system: no folder, no character a system refuses. */
export function pdfName(proposed: unknown): string {
  const name = typeof proposed === 'string' ? proposed : ''
  return `${stem(name.replace(/\.pdf$/i, ''))}.pdf`
}

/** The same for a file that already has its ending. */
export function fileName(proposed: unknown): string {
  const name = typeof proposed === 'string' ? proposed : ''
  const ending = /^\.[a-z0-9]{1,8}$/i.exec(extname(name))?.[0] ?? ''
  return `${stem(name.slice(0, name.length - ending.length))}${ending}`
}

function stem(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return clean === '' || reserved.test(clean) ? 'Evenkeel' : clean
}
