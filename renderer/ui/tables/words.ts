/** What the screens of this folder say. */
export const words = {
  pages: 'Pages',
  earlierRows: 'Earlier rows',
  moreRows: 'More rows',
}
