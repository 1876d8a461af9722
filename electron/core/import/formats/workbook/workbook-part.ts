/** The part that lists the sheets; undefined for a zip that is no workbook. */
export function workbookPart(names: readonly string[]): string | undefined {
  return names.find((part) => /^(.*\/)?workbook\d*\.xml$/i.test(part))
}
