type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  savedAs: (data: Shown) => `Saved as ${data}.`,
  saveAsExcel: 'Save as Excel',
  saveAsWord: 'Save as Word',
  saveAsMarkdown: 'Save as Markdown',
  saveAsCsv: 'Save as CSV',
  saveTheWorkbook: 'Save the workbook',
  stop: 'Stop',
  rowsSoFar: 'Rows written so far',
  soFar: 'Files written so far',
  evidence: 'Evidence',
  saveTheEvidence: 'Save the evidence as a .zip',
  whatTheEvidenceHolds:
    'For an auditor or a customer’s questionnaire: the register, reviews held and missed, every change with its approval, incidents, oversight, and the activity log with a check that runs without Evenkeel. It holds names and wordings, no texts of outputs.',
}
