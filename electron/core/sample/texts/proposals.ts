import type { Passage } from './passage.ts'

type Topic = { request: string; reply: Passage }

/** Proposals the sample company sends to business customers. */
export const proposals: readonly [Topic, ...Topic[]] = [
  {
    request:
      'Proposal for {customer}: equip {quantity} workplaces in the new hall in {city}, installed by the end of the quarter.',
    reply: [
      ['Proposal for {customer}'],
      [
        ['In today’s fast-paced world, an efficient workplace is more important than ever before.', ''],
        '{customer} is opening a new hall in {city} and needs {quantity} workplaces ready to work in.',
        [
          'We are confident that our comprehensive portfolio of solutions will exceed your expectations.',
          'We propose three work cells of the same layout, so that people can move between them.',
        ],
      ],
      [
        'Each workplace has a height-adjustable bench, a tool wall and a task lamp.',
        [
          'The list price per workplace is €{oldPrice} excluding VAT and delivery.',
          'The price per workplace is €{price} from our current list, delivery included.',
        ],
        [
          'Volume discounts may be available upon request.',
          'From {quantity} workplaces the volume discount is 8%.',
        ],
      ],
      [
        'Our own team installs everything in four working days.',
        [
          'Installation can be scheduled at a mutually convenient time.',
          'We have reserved the second week of next month for you.',
        ],
        [
          'Our products come with an industry-leading warranty.',
          'All parts carry our five-year warranty, lamps two years.',
        ],
      ],
      [
        [
          'We look forward to hearing from you and to a long and fruitful collaboration.',
          'This proposal holds for 30 days. Your contact is {agent}.',
        ],
      ],
    ],
  },
  {
    request:
      'Proposal for {customer}: yearly maintenance of {quantity} workbenches and lifting tables, two visits a year.',
    reply: [
      ['Maintenance proposal for {customer}'],
      [
        'You run {quantity} workbenches and lifting tables that we delivered over the last six years.',
        [
          'Regular maintenance is the key to ensuring the longevity of your valuable assets.',
          'Two visits a year keep the safety inspection valid and the warranty in force.',
        ],
      ],
      [
        'Each visit covers inspection, lubrication and the test certificate.',
        [
          'The annual fee amounts to €{oldPrice} and is payable in advance.',
          'The fee is €{price} a year, invoiced after each visit in two equal parts.',
        ],
        [
          'Spare parts will be charged according to the applicable price list at the time.',
          'Spare parts up to €150 a visit are included.',
        ],
      ],
      [
        'Visits are planned with your shift leader three weeks ahead.',
        [
          'In the unlikely event of a malfunction, our support team is available to help.',
          'Between visits our hotline answers within four working hours.',
        ],
      ],
      [
        [
          'We hope that this proposal meets your expectations and remain at your disposal.',
          'If you accept by the end of the month, the first visit is free. Your contact is {agent}.',
        ],
      ],
    ],
  },
  {
    request:
      'Proposal for {customer}: replace {quantity} storage racks in {city} without stopping operations.',
    reply: [
      ['Storage for {customer} in {city}'],
      [
        '{quantity} racks are to be replaced while the warehouse keeps working.',
        [
          'Our cutting-edge racking systems set new benchmarks in terms of flexibility.',
          'We replace one aisle each night between 20:00 and 04:00, eight nights in all.',
        ],
      ],
      [
        'The new racks carry 450 kg a shelf and fit your present pallets.',
        [
          'The total investment amounts to €{oldPrice}.',
          'The total is €{price}, including removal of the old racks.',
        ],
        [
          'Terms of payment are subject to individual agreement.',
          'Payment: one third at order, the rest after acceptance.',
        ],
      ],
      [
        'A structural certificate is part of the delivery.',
        [
          'Please note that delivery times are subject to change without notice.',
          'Delivery time is six weeks from order.',
        ],
      ],
      [['Do not hesitate to reach out with any questions you may have.', 'Your contact is {agent}.']],
    ],
  },
]

export const proposalSlots = {
  customer: [
    'Hartmann Logistics',
    'Bluefield Bikes',
    'Osterberg Print',
    'Kestrel Labs',
    'Northgate Foods',
    'Marlow & Sons',
  ],
  agent: ['Sofia Marques', 'Ben Okoro'],
  city: ['Leipzig', 'Ghent', 'Aarhus', 'Lyon'],
} as const
