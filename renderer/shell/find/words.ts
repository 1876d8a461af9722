type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  findOnThisPage: 'Find on this page',
  placeOf: (at: Shown, total: Shown) => `${at} of ${total}`,
  notOnThisPage: 'Not on this page',
  theOneBefore: 'The one before',
  theNextOne: 'The next one',
  closeFinding: 'Close finding',
}
