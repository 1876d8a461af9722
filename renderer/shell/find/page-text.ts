import { phrasePlaces } from '../../../shared/domain/text/find-words.ts'

/** A text that is never looked through: what is typed, and what is not for reading. */
const notRead = 'textarea, select, script, style, canvas'

type Piece = { node: Text; from: number }

/** Every place in `area` where `search` can be seen, from top to bottom; a match may run across inline elements. */
export function rangesOf(area: Element, search: string): Range[] {
  const { text, pieces } = textOf(area)
  return phrasePlaces(search)(text).map(({ from, to }) => {
    const range = document.createRange()
    const start = pieceAt(pieces, from)
    const end = pieceAt(pieces, to - 1)
    range.setStart(start.node, from - start.from)
    range.setEnd(end.node, to - end.from)
    return range
  })
}

/** What can be read in `area` as one text; blocks are parted by a character that nobody can look for. */
function textOf(area: Element): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  const pieces: Piece[] = []
  let text = ''
  let lastBlock: Element | null = null
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const parent = node.parentElement
    if (node.data === '' || !parent || parent.closest(notRead) || !isSeen(parent)) continue
    const block = blockOf(parent)
    if (block !== lastBlock) text += '\u0000'
    lastBlock = block
    pieces.push({ node, from: text.length })
    text += node.data
  }
  return { text, pieces }
}

/** Words for a screen reader alone take up one pixel. */
function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false
  const { clientWidth, clientHeight } = element
  return !(clientWidth === 1 && clientHeight === 1)
}

function blockOf(element: Element): Element {
  let at = element
  while (at.parentElement && /^(?:inline|contents)$/.test(getComputedStyle(at).display)) at = at.parentElement
  return at
}

/** The piece that holds the character at `place`. */
function pieceAt(pieces: readonly Piece[], place: number): Piece {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.from ?? 0) <= place) low = middle
    else high = middle - 1
  }
  const piece = pieces[low]
  if (!piece) throw new Error('A match lies outside the text it was found in')
  return piece
}

/** Brings a match into sight in everything that scrolls around it, and moves nothing that stands well already. */
export function bringIntoSight(range: Range): void {
  let at = range.startContainer.parentElement
  for (; at; at = at.parentElement) {
    if (at.scrollHeight <= at.clientHeight || !/auto|scroll/.test(getComputedStyle(at).overflowY)) continue
    const { top, bottom } = at.getBoundingClientRect()
    const match = range.getBoundingClientRect()
    if (match.top < top || match.bottom > bottom) at.scrollTop += match.top - (top + bottom) / 2
  }
}
