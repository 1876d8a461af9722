/** What the screens of this folder say. */
export const words = {
  pages: 'Pages',
  earlierRows: 'Earlier rows',
  /** "30 of 412", or behind "1–50 of": "130 found among 412". */
  found: (total: string, all: string, isAll: boolean) =>
    isAll ? `${total} of ${all}` : `${total} found among ${all}`,
  moreRows: 'More rows',
}
