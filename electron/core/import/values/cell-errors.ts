/** Stands in a cell whose formula was never calculated, so that no result is stored beside it. */
export const notCalculated = '#NOT CALCULATED!'

const spreadsheetError =
  /^\s*#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|PYTHON!|GETTING_DATA|NOT CALCULATED!)\s*$/

/** True for what a spreadsheet shows where a formula failed. */
export function isSpreadsheetError(text: string): boolean {
  return text.length < 40 && spreadsheetError.test(text)
}

/** Why a cell with an error holds nothing, as a sentence. */
export function errorReason(text: string): string {
  const value = text.trim()
  return value === notCalculated
    ? 'The cell holds a formula whose result is not stored. Open the file in Excel, save it, and choose it again.'
    : `The cell holds the spreadsheet error ${value}.`
}
