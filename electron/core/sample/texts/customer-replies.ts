import type { Passage } from './passage.ts'

type Topic = { request: string; reply: Passage }

const closing: Passage[number] = [
  [
    'Please do not hesitate to contact us should you have any further questions or concerns.',
    'If anything else looks off, reply to this message and it comes straight to me.',
  ],
]
const signature: Passage[number] = ['Kind regards, {agent}, Customer Care, Fernhill Supply']

/** What customers of the sample company write about, and how the AI answers. */
export const customerReplies: readonly [Topic, ...Topic[]] = [
  {
    request:
      '{customer} asks why invoice {number} shows the {season} price after the offer ended and wants a corrected invoice this week.',
    reply: [
      ['Dear {customer},'],
      [
        [
          'Thank you for reaching out to us regarding invoice {number}.',
          'Thank you for writing about invoice {number}.',
        ],
        'You are right: it shows the {season} price, and your order was placed before the offer closed.',
        [
          'The offer officially ended on the last day of the previous month, as stated in our terms.',
          'The offer runs until the 15th, so your order qualifies.',
        ],
      ],
      [
        'We have issued a corrected invoice for €{amount}, which reaches you by {weekday}.',
        [
          'Your account has been credited accordingly and no further action is required at this time.',
          'You do not need to do anything.',
        ],
      ],
      closing,
      signature,
    ],
  },
  {
    request: '{customer} wants to know where order {number} is. It was due on {weekday}.',
    reply: [
      ['Dear {customer},'],
      [
        [
          'I understand how frustrating a delayed delivery can be.',
          'I am sorry that order {number} is late.',
        ],
        'Order {number} left our warehouse in {city} on Monday and is with the carrier.',
        [
          'Deliveries typically arrive within three to seven business days depending on your location.',
          'The carrier expects to deliver it on {weekday}.',
        ],
      ],
      [
        'You can follow the parcel with the link in your order confirmation.',
        [
          'Should the parcel not arrive, kindly get back to us at your earliest convenience.',
          'If it is not there by then, tell me and I will send a replacement the same day.',
        ],
      ],
      signature,
    ],
  },
  {
    request:
      '{customer} received {quantity} {product} instead of the number ordered and asks how to return the rest.',
    reply: [
      ['Dear {customer},'],
      [
        'Thank you for telling us that {quantity} {product} arrived with order {number}.',
        [
          'We sincerely apologize for any inconvenience this may have caused.',
          'That was our picking mistake.',
        ],
      ],
      [
        'You can send the extra pieces back free of charge within 30 days.',
        [
          'Please log into the customer portal, navigate to the returns section and fill in the required form.',
          'The return label is attached; hand the parcel to any carrier shop.',
        ],
        'We refund your account within five working days after they reach us.',
      ],
      closing,
      signature,
    ],
  },
  {
    request: '{customer} asks whether the {product} can be bought on account with payment after 60 days.',
    reply: [
      ['Dear {customer},'],
      [
        'Thank you for your interest in the {product}.',
        [
          'We offer flexible payment terms of up to 60 days to all of our valued customers.',
          'Our standard terms are 30 days; 60 days are possible from an order value of €5,000.',
        ],
        'Your account is approved for purchase on account, so you can order today.',
      ],
      [
        [
          'Do let us know how you would like to proceed and we will be happy to assist you further.',
          'Send me the quantity and I will prepare the order.',
        ],
      ],
      signature,
    ],
  },
  {
    request: '{customer} reports that one of the {product} from order {number} came with a broken hinge.',
    reply: [
      ['Dear {customer},'],
      [
        'Thank you for the photos of the broken hinge on order {number}.',
        ['We are committed to the highest standards of quality and take such matters very seriously.', ''],
        'A replacement leaves our warehouse tomorrow and reaches you by {weekday}.',
      ],
      [
        [
          'We kindly ask you to return the defective item in its original packaging.',
          'Keep or recycle the broken one: you do not need to send it back.',
        ],
        'The five-year warranty starts anew with the replacement.',
      ],
      closing,
      signature,
    ],
  },
]

export const replySlots = {
  customer: [
    'Ms Okafor',
    'Mr Lindqvist',
    'Ms Brandt',
    'Mr Adeyemi',
    'Ms Ferrari',
    'Mr Novak',
    'Ms Chowdhury',
    'Mr Hansen',
  ],
  agent: ['Jonas Weber', 'Priya Nair', 'Tom Callahan'],
  season: ['spring', 'summer', 'autumn'],
  weekday: ['Wednesday', 'Thursday', 'Friday'],
  city: ['Leipzig', 'Ghent', 'Aarhus'],
  product: [
    'folding workbenches',
    'steel shelving units',
    'LED task lamps',
    'transport trolleys',
    'tool cabinets',
  ],
} as const
