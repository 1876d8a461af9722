/**
 * True when two texts read alike: line ends and white space at the end of a line or of the text are left out
 * of account, as copying between tools alters them. Everything else counts.
 */
export function isSameWording(first: string, second: string): boolean {
  return plain(first) === plain(second)
}

const plain = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
