type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  savedAs: (data: Shown) => `Saved as ${data}.`,
  saveAsExcel: 'Save as Excel',
  saveAsCsv: 'Save as CSV',
  saveTheWorkbook: 'Save the workbook',
  stop: 'Stop',
}
