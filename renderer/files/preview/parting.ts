/** So much of two texts is shown before they part. */
const shownBefore = 60
/** Two texts that part before this are shown from their start. */
const early = 140

/** Where to begin to show two texts, at a word, so that the place where they part is seen; 0 for their start. */
export function partingAt(first: string, second: string): number {
  let same = 0
  while (same < first.length && first[same] === second[same]) same++
  if (same < early || first === second) return 0
  return first.indexOf(' ', same - shownBefore) + 1
}
