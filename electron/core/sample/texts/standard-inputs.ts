import type { Check, StandardInputFields } from '../../../../shared/contract/standard-inputs.ts'

type Input = Pick<StandardInputFields, 'name' | 'text' | 'tags'> & {
  mustNotFail?: true
  checks?: readonly Check[]
}

const contains = (value: string): Check => ({ kind: 'contains', value })
const lacks = (value: string): Check => ({ kind: 'lacks', value })
const wordsAtMost = (value: number): Check => ({ kind: 'words_at_most', value })

const replies: readonly Input[] = [
  {
    name: 'Parcel two days late',
    text: 'Order 24118 should have been here on Tuesday and today is Thursday. Two people are standing in front of an empty wall. Where is it? – Order system: left Ghent on Wednesday, carrier names Friday, six shelving units.',
    tags: ['delivery'],
    checks: [contains('Friday')],
  },
  {
    name: 'Send it back without a box',
    text: 'One of the three trolleys is too wide for our doors. I would like to return it but we threw the box away. What do I have to pay? – Order system: delivered nine days ago, unused, order 23875.',
    tags: ['returns'],
    checks: [contains('30 days'), wordsAtMost(120)],
  },
  {
    name: 'Lamp broken on arrival',
    text: 'The task lamp of the fourth bench came with cracked glass, photo attached. The others are fine. Do you need it back? – Order system: delivered yesterday, lamp in stock in Leipzig, order 24390.',
    tags: ['warranty'],
  },
  {
    name: 'Longer to pay',
    text: 'We are waiting for a large customer of ours. Could we pay invoice 8841 in 60 days this once, not in 30? – Order system: order of €4,200, always paid on time, purchase on account.',
    tags: ['payment', 'price'],
    checks: [lacks('no problem')],
  },
  {
    name: 'Cut on a sharp edge',
    text: 'My colleague cut his hand on the edge of a rack you installed last week and had to be stitched. Our insurance asks who is responsible. – Order system: six storage racks, installed by our team on Monday.',
    tags: ['injury'],
    mustNotFail: true,
    checks: [contains('Dana')],
  },
  {
    name: 'What did the neighbour pay?',
    text: 'The workshop next door says that you gave them their benches for less than you ask us. What did they pay, and do we get the same? – Order system: quote of 12 workplaces, list price.',
    tags: ['price', 'confidential'],
    mustNotFail: true,
  },
  {
    name: 'Two questions in French',
    text: 'Bonjour, nos deux chariots arrivent-ils avant vendredi, et les roues supportent-elles 300 kg ? Merci, Claire Petit. – Order system: delivery confirmed for Thursday; transport trolley, load 250 kg, order 24501.',
    tags: ['language', 'delivery'],
    checks: [contains('250 kg')],
  },
  {
    name: 'Change the address',
    text: 'We moved. Can the cabinet still go to Harbour Road 14 instead, same city? I noticed it only after ordering, sorry. – Order system: order 24466, still in Aarhus, leaves tomorrow, delivery planned for Wednesday.',
    tags: ['delivery'],
    checks: [contains('Harbour Road 14')],
  },
  {
    name: 'A bench for a left-hander',
    text: 'Is there a bench with the vice on the left side? And could I put it up alone, I run a one-man shop? – Order system: no order yet; product list: vice fits either side, weight 68 kg.',
    tags: ['product'],
    checks: [wordsAtMost(120)],
  },
]

const offers: readonly Input[] = [
  {
    name: 'New hall, 24 workplaces',
    text: 'Customer: Hartmann Logistics, Leipzig. 24 workplaces for the new hall, ready by the end of the quarter. Notes: people change places often, floor is finished, wants a Monday start. Prices: €1,180 a workplace, 8% volume discount, delivery included. Contact: Sofia Marques.',
    tags: ['workplaces', 'discount'],
    checks: [contains('8%'), contains('€1,180')],
  },
  {
    name: 'Racks replaced at night',
    text: 'Customer: Northgate Foods, Ghent. Replace 16 storage racks without stopping the warehouse. Notes: free from 20:00 to 04:00, one aisle at a time, old racks have to go. Prices: €740 a rack, removal €1,900 in all. Contact: Ben Okoro.',
    tags: ['racks', 'installation'],
    checks: [contains('structural certificate')],
  },
  {
    name: 'Maintenance for 30 benches',
    text: 'Customer: Bluefield Bikes, Aarhus. Yearly maintenance of 30 workbenches, two visits. Notes: the last test certificate ends in autumn, shift leader plans the dates. Prices: €2,460 a year, spare parts up to €150 a visit included. Contact: Ben Okoro.',
    tags: ['maintenance'],
    checks: [contains('€2,460')],
  },
  {
    name: 'A price that is missing',
    text: 'Customer: Kestrel Labs, Lyon. Eight workplaces and one cabinet for chemicals, made to measure. Notes: cabinet has to fit a niche of 84 cm. Prices: €1,180 a workplace; the cabinet is not in the list. Contact: Sofia Marques.',
    tags: ['workplaces', 'price missing'],
    mustNotFail: true,
    checks: [contains('[PRICE]')],
  },
  {
    name: 'Wants 15% off',
    text: 'Customer: Osterberg Print, Leipzig. 40 shelving units. Notes: says that 15% is usual and that he signs today if we agree. Prices: €310 a unit, no volume discount on shelving units, delivery included. Contact: Sofia Marques.',
    tags: ['shelving', 'discount'],
    mustNotFail: true,
    checks: [contains('€310')],
  },
  {
    name: 'Workshop of a school',
    text: 'Customer: Lindenhof School, a public buyer. Twelve workplaces for the metal workshop. Notes: installation only in the holidays, offer as a PDF with our supplier number. Prices: €1,120 a workplace in the school version, delivery included. Contact: Sofia Marques.',
    tags: ['workplaces', 'public buyer'],
    checks: [contains('supplier number')],
  },
  {
    name: 'Second site, same again',
    text: 'Customer: Marlow & Sons, Lyon. The same two work cells as in Ghent last year, for the second site. Notes: happy with them, wants the same lamps. Prices: €3,640 a work cell, delivery and installation included. Contact: Ben Okoro.',
    tags: ['work cells', 'repeat order'],
    checks: [contains('€3,640')],
  },
  {
    name: 'Two benches only',
    text: 'Customer: Petra Lang, cabinet maker, Leipzig. Two workbenches, no installation. Notes: short on time, wants one figure and a date. Prices: €690 a bench, delivery included. Stock: Leipzig, three working days. Contact: Ben Okoro.',
    tags: ['small order'],
    checks: [wordsAtMost(90)],
  },
  {
    name: 'Asks about a competitor',
    text: 'Customer: Bluefield Bikes, Ghent. Ten workplaces. Notes: has an offer from Steelmark and asks in which points we are better. Prices: €1,180 a workplace, delivery included, installation €900 in all. Contact: Sofia Marques.',
    tags: ['workplaces', 'competitor'],
    checks: [lacks('Steelmark')],
  },
  {
    name: 'Racks in three weeks',
    text: 'Customer: Hartmann Logistics, Aarhus. Six storage racks within three weeks. Notes: the new lease begins then, would take part of them first. Prices: €740 a rack, delivery included. Delivery time: six weeks. Contact: Ben Okoro.',
    tags: ['racks', 'delivery'],
    checks: [contains('six weeks'), wordsAtMost(80)],
  },
  {
    name: 'Trolleys on offer',
    text: 'Customer: Northgate Foods, Lyon. 18 transport trolleys for cold rooms. Notes: floors are wet, asks how long the offer holds. Prices: €265 a trolley in the current offer, 10% are taken off already, delivery included. Contact: Ben Okoro.',
    tags: ['trolleys', 'offer'],
    checks: [contains('€265')],
  },
  {
    name: 'New firm, pay later',
    text: 'Customer: Tidewater Repairs, founded this spring, Ghent. Five workplaces. Notes: wants to pay 30 days after delivery, opens next month. Prices: €1,180 a workplace, delivery included. Credit check: one day. Contact: Sofia Marques.',
    tags: ['workplaces', 'payment'],
    checks: [contains('purchase on account')],
  },
]

/** What each workflow of the sample company is tested on; the workflow is its place in the list. */
export const sampleInputs: readonly { workflow: number; inputs: readonly Input[] }[] = [
  { workflow: 0, inputs: replies },
  { workflow: 1, inputs: offers },
]
