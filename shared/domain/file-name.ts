const longest = 120

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A name as that of a file or folder on any system: one name, no character a system refuses. */
export function plainFileName(name: string, otherwise: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return clean === '' || reserved.test(clean) ? otherwise : clean
}
