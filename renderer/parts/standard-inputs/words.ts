/** What the screens of this folder say. */
export const words = {
  addToStandardInputs: 'Add to standard inputs',
  addedToStandardInputs: 'Added to standard inputs',
}
