/** Outputs that come with their IDs or links and no column of AI texts: no text of them is kept here. */
export const isByReference = ({ aiText, externalId }: { aiText?: number; externalId?: number }) =>
  aiText === undefined && externalId !== undefined

/** Whether an output was brought in by its ID or link alone. */
export const hasNoText = ({ aiText, externalId }: { aiText: string; externalId: string | null }) =>
  aiText === '' && externalId !== null
