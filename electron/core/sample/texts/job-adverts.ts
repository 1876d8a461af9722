import type { Passage } from './passage.ts'

type Topic = { request: string; reply: Passage }

/** Job adverts of the sample company. */
export const jobAdverts: readonly [Topic, ...Topic[]] = [
  {
    request: 'Job advert: {role} for {city}, {hours} hours a week, start {month}.',
    reply: [
      ['{role} in {city}, {hours} hours a week'],
      [
        [
          'Are you a rockstar looking for your next big challenge?',
          'You like it when things are where they belong.',
        ],
        'Fernhill Supply equips workshops and warehouses in eleven countries, with 180 people.',
        [
          'We are a dynamic and rapidly growing team that is disrupting an entire industry.',
          'In {city} you join a team of nine.',
        ],
      ],
      [
        'You plan your day yourself and answer for your area from order to delivery.',
        [
          'You thrive under pressure and are willing to go the extra mile.',
          'Two colleagues show you everything in the first six weeks.',
        ],
        'You have worked in a similar position for two years, or learned the trade.',
      ],
      [
        [
          'We offer a competitive salary based on your experience.',
          'The salary is €{salary} a year, thirteen payments.',
        ],
        'You have 30 days of holiday, a subsidised travel card and a pension plan.',
        ['Fruit baskets and a foosball table are of course included.', ''],
      ],
      [
        'Start: {month}.',
        [
          'Send us your complete application documents including a motivational letter.',
          'A CV is enough. {agent} answers within five working days.',
        ],
      ],
    ],
  },
  {
    request: 'Job advert: trainee {role}, {city}, start {month}.',
    reply: [
      ['Trainee: {role} in {city}'],
      [
        'In three years you learn everything that keeps a warehouse and its customers happy.',
        [
          'No previous experience? No problem, we love fresh talent!',
          'A school-leaving certificate is enough; curiosity matters more.',
        ],
      ],
      [
        'You spend four months each in purchasing, warehouse and customer care.',
        [
          'You will be given the opportunity to prove yourself from day one.',
          'From the second year you have an order of your own, with someone beside you.',
        ],
        'The vocational school is ten minutes away.',
      ],
      [
        ['Remuneration is in line with the usual regulations.', 'You earn €1,120 a month in the first year.'],
        'We pay for books, the travel card and the exam.',
        [
          'Great career prospects await you after successful completion.',
          'Eight of our last nine trainees stayed.',
        ],
      ],
      [
        'Start: {month}.',
        [
          'We look forward to receiving your application via our online portal.',
          'Write to {agent} or drop in on a Thursday afternoon.',
        ],
      ],
    ],
  },
]

export const advertSlots = {
  role: [
    'Warehouse planner',
    'Customer care agent',
    'Purchasing assistant',
    'Service technician',
    'Sales coordinator',
  ],
  city: ['Leipzig', 'Ghent', 'Aarhus', 'Lyon'],
  agent: ['Mira Holt', 'Daniel Brandt'],
  hours: ['30', '35', '38'],
  month: ['January', 'March', 'June', 'September'],
} as const
