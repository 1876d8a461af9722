/** A section of the sample company's Foundation. {offerEnd} is filled in when a wording is published. */
export type SampleSection = { name: string; verifier: string; intervalDays: number; text: string }

/** The Foundation as it was when the sample company began, in its order. */
export const sampleSections: readonly SampleSection[] = [
  {
    name: 'Offer and prices',
    verifier: 'Sofia Marques',
    intervalDays: 180,
    text: `We equip workshops and warehouses: workbenches, shelving, racks, trolleys, cabinets and task lamps, with installation and maintenance.

Prices are those of the price list in force on the day of the order, without VAT. Never quote a price from memory or from an older proposal.

- Volume discount: 5% from 20 workplaces.
- Current offer: 10% off folding workbenches, until {offerEnd}.
- An offer counts by the date of the order, not of the invoice.
- Maintenance is a yearly fee for two visits; spare parts up to €150 a visit are included.

Say when something is not in the list, and who will send a price: Sofia Marques within two working days.`,
  },
  {
    name: 'Positioning',
    verifier: 'Dana',
    intervalDays: 365,
    text: `Fernhill Supply equips places where people work with their hands. We are 180 people in eleven countries, with warehouses in Leipzig, Ghent and Aarhus.

We are not the cheapest and not the largest. Customers stay because what we promise arrives, because it can be repaired for at least ten years, and because they talk to the same person from the first question to the last screw.

What we say about ourselves has to be something a customer could check: a number, a date, a name. We do not call ourselves leading, innovative or passionate, and we do not speak about competitors, not even when a customer asks us to compare.`,
  },
  {
    name: 'Customers',
    verifier: 'Sofia Marques',
    intervalDays: 365,
    text: `Most of our customers run a workshop, a warehouse or a school with between five and two hundred workplaces. They write between two jobs, often from a phone, and want to know three things: what it costs, when it arrives, and whom to call.

They know their trade better than we do. Explain our products, never their work.

- Companies order on account after a credit check of one day.
- Public buyers need the offer as a PDF with our supplier number.
- Private customers are welcome and pay in advance.

Whoever complains has usually lost time. Give the solution first and the reason after it.`,
  },
  {
    name: 'Tone',
    verifier: 'Jonas Weber',
    intervalDays: 180,
    text: `Be polite and professional. Address customers by their last name until they sign with their first.

Write in complete sentences. Thank the customer for the message, answer the question, and close with an offer to help. Avoid exclamation marks, capital letters for emphasis and emoji.

When we made a mistake, say so in the second sentence at the latest and say what happens next. Do not explain at length how it came about. When the customer made the mistake, do not say so at all: describe how it works and help.

In job adverts, speak to the reader directly and describe the work as it is on a normal Tuesday.`,
  },
  {
    name: 'Terms',
    verifier: 'Sofia Marques',
    intervalDays: 365,
    text: `We use one word for one thing, the same in replies, proposals, adverts and on the delivery note.

- Workplace: bench, tool wall and task lamp together. Not "workstation", not "desk".
- Work cell: three workplaces that share one tool wall.
- Storage rack: for pallets. Shelving unit: for boxes. Never mix the two, since they differ in load.
- Maintenance visit, not "service call" or "inspection".
- Customer care, not "support"; the people there have names.
- Purchase on account: the word on our invoices for paying after delivery.

Product names are written as in the price list, without a trademark sign. Amounts come with the euro sign in front and no cents.`,
  },
  {
    name: 'Rules',
    verifier: 'Dana',
    intervalDays: 180,
    text: `What an answer must never do, whatever is asked:

- Promise a date that is not in the order system. Where there is none, say who will name one and when.
- Grant a discount, a refund or a payment term outside the Foundation.
- Mention another customer, their prices or their orders.
- Give legal, tax or safety advice beyond our certificates.
- Pass on what a colleague wrote internally.

Where something is missing, ask one question instead of guessing. Where a message is about an injury, a lawyer or the press, write no answer: pass it to Dana and say so to the agent.

Leave out sentences that would fit every message. If the text is still clear without a sentence, it goes.`,
  },
  {
    name: 'Delivery and returns',
    verifier: 'Jonas Weber',
    intervalDays: 180,
    text: `Stock items leave Leipzig, Ghent or Aarhus on the next working day and arrive within three working days. Storage racks take six weeks, including the structural certificate. The day of delivery is in the order system; the carrier confirms it the evening before.

Anything can go back within 30 days, free of charge, unused and without a reason. Customers ask for a return in the customer portal and print the label there. We refund within five working days after it reaches us.

Broken on arrival: we replace it the same day and do not want the broken part back. The warranty is five years, two for lamps, and starts anew with a replacement.`,
  },
  {
    name: 'Examples',
    verifier: 'Jonas Weber',
    intervalDays: 365,
    text: `Three texts that sound like us. Take their length and their order of thoughts, not their words.

A late order: "Dear Ms Brandt, order 23417 is late, and I am sorry about that. It left Ghent this morning and the carrier names Thursday. If it is not there by Thursday evening, call me and I will send a second one. Jonas Weber"

A price question: "60 days are possible from €5,000. Your order is at €4,200; with four more trolleys you would be there. Shall I prepare it that way? Priya Nair"

An advert: "You like it when things are where they belong. In Ghent you join a team of nine that sends out 240 parcels a day."`,
  },
]
