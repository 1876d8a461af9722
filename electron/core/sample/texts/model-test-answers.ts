/** What both models wrote for one input, and how the candidate was judged. */
export type SampleAnswers = {
  input: string
  outcome: 'better' | 'same' | 'worse'
  note?: string
  current: string
  candidate: string
}

export const sampleModelTest = {
  workflow: 1,
  model: 'claude-sonnet-4',
  reason: 'Anthropic retires claude-sonnet-3-7 and names claude-sonnet-4 in its place.',
  why: 'Better or the same on 11 of 12 inputs, and claude-sonnet-3-7 is retired within 90 days',
  filling: {
    input: 'enquiry',
    values: {
      customer: 'A business customer, new to Fernhill Supply',
      visit_notes: 'No visit yet.',
      price_list: 'Prices without VAT, as in Offer and prices.',
      sales_contact: 'Sales desk, Fernhill Supply',
    },
  },
} as const

const twoBenches = `Offer for Petra Lang

Two workbenches cost €690 each, without VAT, delivery to your workshop included. Both are in stock in Leipzig and arrive within three working days of your order.

The five-year warranty covers all parts. This proposal holds for 30 days. Your contact is Ben Okoro.`

/** In the order of the standard inputs of Proposals. */
export const sampleAnswers: readonly SampleAnswers[] = [
  {
    input: 'New hall, 24 workplaces',
    outcome: 'better',
    note: 'Says what they get. The other one is mostly introduction.',
    current: `Proposal for Hartmann Logistics

A new hall is an exciting step for any growing company, and a thoughtful layout makes all the difference. We are delighted to offer you a complete solution for 24 workplaces.

The price is €1,180 per workplace with a volume discount of 8%. Delivery is included. Installation can be arranged at a time that suits your schedule.

We look forward to a successful cooperation. Contact: Sofia Marques.`,
    candidate: `Proposal for Hartmann Logistics, Leipzig

You get 24 workplaces, each with bench, tool wall and task lamp, all set up alike so that people can change places.

A workplace costs €1,180 without VAT, less 8% volume discount, delivery included. Our team installs everything in the new hall, beginning on a Monday; Sofia Marques names the week, before the end of the quarter.

All parts carry five years of warranty, lamps two. This proposal holds for 30 days.`,
  },
  {
    input: 'Racks replaced at night',
    outcome: 'better',
    note: 'The certificate and the nights are both in it.',
    current: `Proposal for Northgate Foods

We understand how important it is to keep a warehouse running. Our modern racks offer great flexibility and will serve you well for many years.

16 storage racks at €740 each, plus €1,900 for removal. Work takes place outside of your operating hours. Delivery time depends on availability at the time of order.

Please feel free to contact Ben Okoro with any questions.`,
    candidate: `Storage racks for Northgate Foods, Ghent

We replace 16 storage racks while your warehouse keeps working: one aisle a night, between 20:00 and 04:00. The old racks leave with us.

A rack costs €740 without VAT; removal of the old ones is €1,900 in all. Delivery takes six weeks from your order and includes the structural certificate.

This proposal holds for 30 days. Your contact is Ben Okoro.`,
  },
  {
    input: 'Maintenance for 30 benches',
    outcome: 'same',
    current: `Maintenance for Bluefield Bikes, Aarhus

Two maintenance visits a year for your 30 workbenches, planned with your shift leader. Each visit ends with a new test certificate, so that yours stays valid past autumn.

The fee is €2,460 a year without VAT. Spare parts up to €150 a visit are included.

This proposal holds for 30 days. Your contact is Ben Okoro.`,
    candidate: `Maintenance for Bluefield Bikes, Aarhus

Two maintenance visits a year for your 30 workbenches, planned with your shift leader. Each visit ends with a new test certificate, so that yours remains valid past autumn.

The yearly fee is €2,460 without VAT. Spare parts up to €150 a visit are included.

This proposal holds for 30 days. Your contact is Ben Okoro.`,
  },
  {
    input: 'A price that is missing',
    outcome: 'better',
    note: 'The other one leaves the cabinet without a price and without a word about it.',
    current: `Proposal for Kestrel Labs

Thank you for your interest in our products. For your laboratory we suggest eight workplaces at €1,180 each and a cabinet for chemicals that is made to measure for your niche of 84 cm.

The cabinet will be quoted separately upon request. All products are of the highest quality and carry our warranty.

We hope to hear from you soon. Contact: Sofia Marques.`,
    candidate: `Proposal for Kestrel Labs, Lyon

You get eight workplaces with bench, tool wall and task lamp, and one cabinet for chemicals, built for your niche of 84 cm.

A workplace costs €1,180 without VAT. The cabinet costs [PRICE]: it is not in our list, so Sofia Marques sends you the figure within two working days.

The warranty is five years, two for lamps. This proposal holds for 30 days from the day the price is named.`,
  },
  {
    input: 'Wants 15% off',
    outcome: 'better',
    note: 'Holds the price and gives a reason to sign anyway.',
    current: `Proposal for Osterberg Print

We value your interest and would be pleased to supply 40 shelving units at €310 each, delivery included.

Regarding your wish for a discount of 15%, we will gladly discuss what might be possible if you decide quickly. We are sure to find an agreement that works for both sides.

Contact: Sofia Marques.`,
    candidate: `Shelving units for Osterberg Print, Leipzig

40 shelving units cost €310 each without VAT, delivery included. This is the price of our list; there is no volume discount on shelving units, so it is the same for every customer.

What comes with them: five years of warranty, and parts for at least ten years. Order today and they leave Leipzig tomorrow.

This proposal holds for 30 days. Your contact is Sofia Marques.`,
  },
  {
    input: 'Workshop of a school',
    outcome: 'same',
    note: 'Different order, equally usable.',
    current: `Proposal for Lindenhof School

Twelve workplaces in the school version for your metal workshop, each with bench, tool wall and task lamp. The price per workplace is €1,120 without VAT, including delivery.

We install during the holidays only. You receive this offer as a PDF that carries our supplier number for your files.

All parts have a warranty of five years. Contact: Sofia Marques.`,
    candidate: `Twelve workplaces for Lindenhof School

Your metal workshop gets twelve workplaces in the school version: bench, tool wall and task lamp together. Our team installs them in the holidays, when no class is in the room.

A workplace costs €1,120 without VAT, delivery included. The offer comes as a PDF with our supplier number.

It holds for 30 days. Your contact is Sofia Marques.`,
  },
  {
    input: 'Second site, same again',
    outcome: 'same',
    current: `Two work cells for Marlow & Sons, Lyon

You get the same two work cells that you have in Ghent, with the same lamps: three workplaces each, sharing one tool wall.

A work cell costs €3,640 without VAT. Delivery and installation are included. The warranty is five years, two for lamps.

This proposal holds for 30 days. Your contact is Ben Okoro.`,
    candidate: `Two work cells for Marlow & Sons, Lyon

You get the same two work cells as in Ghent, with the same lamps: three workplaces each, sharing one tool wall.

A work cell costs €3,640 without VAT, delivery and installation included. The warranty is five years, two for lamps.

This proposal holds for 30 days. Your contact is Ben Okoro.`,
  },
  {
    input: 'Two benches only',
    outcome: 'same',
    current: twoBenches,
    candidate: twoBenches,
  },
  {
    input: 'Asks about a competitor',
    outcome: 'better',
    note: 'The other one talks about the competitor, which we never do.',
    current: `Proposal for Bluefield Bikes

Compared with Steelmark, our workplaces are sturdier and our service is far more personal. Many customers have come to us after bad experiences elsewhere.

Ten workplaces cost €1,180 each, delivery included, plus €900 for installation. You will be impressed by the outstanding quality of our benches.

We look forward to convincing you. Contact: Sofia Marques.`,
    candidate: `Ten workplaces for Bluefield Bikes, Ghent

You get ten workplaces with bench, tool wall and task lamp. A workplace costs €1,180 without VAT, delivery included; installation is €900 in all.

What you can check about us: five years of warranty, two for lamps, parts for at least ten years, and one person from the first question to the last screw. Yours is Sofia Marques.

This proposal holds for 30 days.`,
  },
  {
    input: 'Racks in three weeks',
    outcome: 'worse',
    note: 'Much longer, and the answer comes last.',
    current: `Storage racks for Hartmann Logistics, Aarhus

Six storage racks take six weeks from your order, including the structural certificate. Three weeks are not possible, also not for part of them.

A rack costs €740 without VAT, delivery included.

Order this week and you lose the least time. This proposal holds for 30 days. Your contact is Ben Okoro.`,
    candidate: `Storage racks for Hartmann Logistics, Aarhus

Your new lease begins in three weeks, and you would like to have six storage racks by then, or some of them first. We have looked at what can be done about it.

You get six storage racks with the structural certificate. A rack costs €740 without VAT, delivery included, and the warranty is five years.

The delivery time of storage racks is six weeks from the order, for a part of them as well.

This proposal holds for 30 days. Your contact is Ben Okoro.`,
  },
  {
    input: 'Trolleys on offer',
    outcome: 'better',
    note: 'Takes the 10% off only once.',
    current: `Proposal for Northgate Foods

Take advantage of our special offer! 18 transport trolleys at €265 each, now with an additional 10% off. Our trolleys are robust, versatile and perfectly suited for demanding environments such as cold rooms with wet floors.

Delivery is included. The offer is valid for a limited time only.

Do not hesitate to contact Ben Okoro.`,
    candidate: `Transport trolleys for Northgate Foods, Lyon

18 transport trolleys cost €265 each without VAT, delivery included. The 10% of the current offer are taken off already.

The offer counts by the date of your order; Ben Okoro confirms its last day to you, and whether the wheels suit wet floors.

All parts carry five years of warranty. Trolleys in stock arrive within three working days.`,
  },
  {
    input: 'New firm, pay later',
    outcome: 'better',
    note: 'Uses our word for it and says what happens next.',
    current: `Proposal for Tidewater Repairs

Congratulations on founding your company! We are happy to support you with five workplaces at €1,180 each, including delivery.

Payment within 30 days is generally possible subject to a positive review of your creditworthiness. Our team will get back to you regarding the next steps in due course.

We wish you a successful start. Contact: Sofia Marques.`,
    candidate: `Five workplaces for Tidewater Repairs, Ghent

You get five workplaces with bench, tool wall and task lamp, in time for your opening if you order this week. A workplace costs €1,180 without VAT, delivery included.

You can pay 30 days after delivery: that is purchase on account, after a credit check of one day. Sofia Marques begins it as soon as you say yes.

This proposal holds for 30 days.`,
  },
]
