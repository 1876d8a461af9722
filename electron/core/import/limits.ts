const MB = 1024 * 1024

/** What one import may hold. Every limit has its own sentence where it is checked. */
export const limits = {
  fileBytes: 64 * MB,
  rows: 100_000,
  /** Rows of a change log. */
  logRows: 20_000,
  columns: 500,
  /** Characters of one row of a delimited text: more is a quotation mark that never closes. */
  rowLength: 2 * MB,
  /** Sections of a Foundation; a person reads a few dozen. */
  sections: 2_000,
  /** Characters of one output, final version or request. */
  textLength: 200_000,
  /** Characters of an id or a person's name. */
  labelLength: 200,
  /** Characters of a link that stands for an output. */
  linkLength: 2_000,
  documents: 5_000,
  /** Inflated bytes of a workbook; one of 100,000 rows by 12 columns takes about 200 MB. */
  workbookBytes: 320 * MB,
  documentBytes: 64 * MB,
  conversationBytes: 64 * MB,
  zipEntries: 200,
  exportZipEntries: 20_000,
  /** A zip that inflates to more than `inflationRatio` times its size, and past `inflationFreeBytes`, is a bomb. */
  inflationRatio: 120,
  inflationFreeBytes: 16 * MB,
  /** Characters of XML between two cells of a workbook. */
  cellXml: 4 * MB,
  seconds: 60,
  workerMegabytes: 360,
} as const
