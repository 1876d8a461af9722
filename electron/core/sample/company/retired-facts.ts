/** What is no longer true at the sample company, and still turns up. */
export const closedPortal = {
  term: 'customer portal',
  replacement: 'the return label in the parcel',
  section: 'Delivery and returns',
} as const
