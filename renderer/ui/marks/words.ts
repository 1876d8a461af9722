/** What the screens of this folder say. */
export const words = {
  noResultYet: 'No result yet',
  earlySign: 'Early sign',
}
