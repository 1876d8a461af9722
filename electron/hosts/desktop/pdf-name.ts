const longest = 120

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A name a page proposed, as a file name for any system: no folder, no character a system refuses. */
export function pdfName(proposed: unknown): string {
  const name = (typeof proposed === 'string' ? proposed : '')
    .replace(/\.pdf$/i, '')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${name === '' || reserved.test(name) ? 'Evenkeel' : name}.pdf`
}
