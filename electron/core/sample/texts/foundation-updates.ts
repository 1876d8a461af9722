/** What the sample company later changed in its Foundation. */
export type SampleUpdate = {
  section: string
  why: string
  /** Takes an earlier passage out and puts another in its place. */
  replace: readonly (readonly [earlier: string, later: string])[]
}

export const newTone: SampleUpdate = {
  section: 'Tone',
  why: 'Team feedback: replies sounded stiff, and agents rewrote most first and last sentences.',
  replace: [
    [
      'Be polite and professional. Address',
      'Write as you would speak to a customer at the counter: friendly, calm and to the point. Address',
    ],
    [
      'Write in complete sentences. Thank the customer for the message, answer the question, and close with an offer to help.',
      'Short sentences. The answer comes first. No set phrases: no "thank you for reaching out", no "please do not hesitate". Close with the name, not with an offer to help.',
    ],
  ],
}

export const newPriceList: SampleUpdate = {
  section: 'Offer and prices',
  why: 'Business change: prices went up by 3%, and the volume discount was raised.',
  replace: [
    ['Volume discount: 5% from 20 workplaces.', 'Volume discount: 8% from 20 workplaces.'],
    ['10% off folding workbenches', '10% off transport trolleys'],
    [
      'Never quote a price from memory',
      'The new list is 3% above the earlier one. Never quote a price from memory',
    ],
  ],
}

export const newReturns: SampleUpdate = {
  section: 'Delivery and returns',
  why: 'Business change: every parcel now has a return label in it, and the customer portal closed.',
  replace: [
    [
      'Customers ask for a return in the customer portal and print the label there.',
      'The return label lies in every parcel; customers hand it in at any carrier shop and need no form.',
    ],
  ],
}

export const newOffer: SampleUpdate = {
  section: 'Offer and prices',
  why: 'Decided in the Foundation review: the offer had ended, and proposals and replies still promised it.',
  replace: [
    ['10% off transport trolleys', '12% off steel shelving units'],
    [
      'An offer counts by the date of the order, not of the invoice.',
      'An offer counts by the date of the order, not of the invoice. Name its end date whenever you name the offer; after that day say nothing about it.',
    ],
  ],
}
