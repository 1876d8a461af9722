import type { Kept } from './imported.ts'
import type { Member } from './rows.ts'

/** Texts in encodings that Node does not write, as another program encoded them. */
const encoded: readonly (readonly [name: string, base64: string, texts: readonly string[]])[] = [
  [
    'cs-1250',
    'SUQ7QUkgdGV4dA0KQS0wO0RvYnL9IGRlbiwgeuFzaWxrdSBqc21lIG9kZXNsYWxpIHboZXJhIHZl6GVyLg0KQS0xO1Blbu16ZSB24W0gdnLhdO1tZSBkbyB0+O0gZG75Lg0KQS0yO1Byb3PtbSBwb5psZXRlIG7hbSBmb3RvZ3JhZmlpIJ5pZGxlLg0K',
    [
      'Dobrý den, zásilku jsme odeslali včera večer.',
      'Peníze vám vrátíme do tří dnů.',
      'Prosím pošlete nám fotografii židle.',
    ],
  ],
  [
    'pl-1250',
    'SUQ7QUkgdGV4dA0KQS0wO0R6aWXxIGRvYnJ5LCBwYWN6a+ogd3lzs2FsaZxteSB3Y3pvcmFqLg0KQS0xO1p3cvNjaW15IHBpZW5puWR6ZSB3IGNpuWd1IHRyemVjaCBkbmkuDQpBLTI7UHJvc3rqIHByemVzs2HmIHpkaupjaWUga3J6ZXOzYS4NCg==',
    [
      'Dzień dobry, paczkę wysłaliśmy wczoraj.',
      'Zwrócimy pieniądze w ciągu trzech dni.',
      'Proszę przesłać zdjęcie krzesła.',
    ],
  ],
  [
    'hu-1250',
    'SUQ7QUkgdGV4dA0KQS0wO0rzIG5hcG90LCBhIGNzb21hZ290IHRlZ25hcCBr/GxkdPxrIGVsLg0KQS0xO0EgcOluenQgaOFyb20gbmFwb24gYmVs/Gwgdmlzc3phZml6ZXRq/GsuDQpBLTI7S+lyavxrLCBr/GxkavZuIGbpbnlr6XBldCBhIHN66Wty9WwsIGVycvVsIGEgZvty9WwuDQo=',
    [
      'Jó napot, a csomagot tegnap küldtük el.',
      'A pénzt három napon belül visszafizetjük.',
      'Kérjük, küldjön fényképet a székről, erről a fűről.',
    ],
  ],
  [
    'ru-1251',
    'SUQ7QUkgdGV4dA0KQS0wO8fk8ODi8fLi8+ny5Swg7Psg7vLv8ODi6OvoIOfg6uDnIOL35fDgLg0KQS0xO8Tl7fzj6CDi5fDt8/Lx/yDiIPLl9+Xt6OUg8vC49SDk7eXpLg0KQS0yO8/w6Pjr6PLlLCDv7ubg6/Pp8fLgLCD07vLuIPHy8+vgLg0K',
    [
      'Здравствуйте, мы отправили заказ вчера.',
      'Деньги вернутся в течение трёх дней.',
      'Пришлите, пожалуйста, фото стула.',
    ],
  ],
  [
    'uk-1251',
    'SUQ7QUkgdGV4dA0KQS0wO8Tu4fDu4+4g5O3/LCDs6CDt4OSz8evg6+gg7+7x6Ovq8yDi9+7w4C4NCkEtMTvK7vjy6CDv7uLl8O3z8vzx/yDn4CDy8Ogg5O2zLg0KQS0yO83g5LP467Py/Cwg4fPk/CDr4PHq4Cwg9O7y7iC/9e387uPuIPHys+v89v8uDQo=',
    [
      'Доброго дня, ми надіслали посилку вчора.',
      'Кошти повернуться за три дні.',
      'Надішліть, будь ласка, фото їхнього стільця.',
    ],
  ],
  [
    'fr-1252',
    'SUQ7QUkgdGV4dA0KQS0wO0JvbmpvdXIsIGxlIGNvbGlzIGEg6XTpIGV4cOlkaekgaGllciDgIG1pZGkuDQpBLTE7Tm91cyB2b3VzIHJlbWJvdXJzb25zIDE1IIAgc291cyB0cm9pcyBqb3Vycy4NCkEtMjtNZXJjaSBkkmVudm95ZXIgdW5lIHBob3RvIGRlIGxhIGNoYWlzZSBhYu5t6WUuDQo=',
    [
      'Bonjour, le colis a été expédié hier à midi.',
      'Nous vous remboursons 15 € sous trois jours.',
      'Merci d’envoyer une photo de la chaise abîmée.',
    ],
  ],
  [
    'es-1252',
    'SUQ7QUkgdGV4dA0KQS0wO0J1ZW5vcyBk7WFzLCBlbnZpYW1vcyBsYSBzaWxsYSBheWVyLg0KQS0xO0xlIGRldm9sdmVtb3MgZWwgZGluZXJvIGVuIHRyZXMgZO1hcywgc2Xxb3JhLg0KQS0yO79QdWVkZSBtYW5kYXJub3MgdW5hIGZvdG8gZGUgbGEgc2lsbGEgZGHxYWRhPw0K',
    [
      'Buenos días, enviamos la silla ayer.',
      'Le devolvemos el dinero en tres días, señora.',
      '¿Puede mandarnos una foto de la silla dañada?',
    ],
  ],
  [
    'de-mac',
    'SUQ7QUkgdGV4dA0KQS0wO1NjaJpuZSBHcp+nZSwgSWhyIFN0dWhsIGlzdCB1bnRlcndlZ3MuDQpBLTE7RGFzIEdlbGQgn2JlcndlaXNlbiB3aXIgaW4gZHJlaSBUYWdlbi4NCkEtMjtCaXR0ZSBzY2hpY2tlbiBTaWUgZWluIEZvdG8gZp9yIGRpZSBXZXJrc3RhdHQg0CBkYW5rZS4NCg==',
    [
      'Schöne Grüße, Ihr Stuhl ist unterwegs.',
      'Das Geld überweisen wir in drei Tagen.',
      'Bitte schicken Sie ein Foto für die Werkstatt – danke.',
    ],
  ],
  [
    'fr-mac',
    'SUQ7QUkgdGV4dA0KQS0wO0JvbmpvdXIsIGxlIGNvbGlzIGEgjnSOIGV4cI5kaY4gaGllci4NCkEtMTtOb3VzIHZvdXMgcmVtYm91cnNvbnMgdHKPcyBiaWVudJl0Lg0KQS0yO01lcmNpIGTVZW52b3llciB1bmUgcGhvdG8gZGUgbGEgY2hhaXNlIGFilG2OZS4NCg==',
    [
      'Bonjour, le colis a été expédié hier.',
      'Nous vous remboursons très bientôt.',
      'Merci d’envoyer une photo de la chaise abîmée.',
    ],
  ],
  [
    'ja-sjis',
    'SUQ7QUkgdGV4dA0KQS0wO4Kyko2VtoLMiNaOcYLNjfCT+pStkZeCtYLcgrWCvYFCDQpBLTE7ldSL4ILNjk+T+ojIk+CCyY1zgqKC3IK3gUINCkEtMjuPnYLMjsqQXoLwkZeCwYLEgq2CvoKzgqKBQg0K',
    ['ご注文の椅子は昨日発送しました。', '返金は三日以内に行います。', '傷の写真を送ってください。'],
  ],
  [
    'ja-euc',
    'SUQ7QUkgdGV4dA0KQS0wO6S0w+3KuKTOsNi70qTPuvLG/Mivwfekt6TepLekv6GjDQpBLTE7yta24qTPu7DG/LDKxuKky7nUpKSk3qS5oaMNCkEtMju9/aTOvMy/v6Tywfekw6TGpK+kwKS1pKShow0K',
    ['ご注文の椅子は昨日発送しました。', '返金は三日以内に行います。', '傷の写真を送ってください。'],
  ],
  [
    'zh-gb',
    'SUQ7QUkgdGV4dA0KQS0wO8T6usOjrMT6tcTSztfT1/LM7NLRvq23orP2oaMNCkEtMTvO0sPHu+HU2sj9zOzE2rDRx67Ny7j4xPqhow0KQS0yO8fruPjO0sPHt6LSu9XF1dXGrKOs0LvQu6GjDQo=',
    ['您好，您的椅子昨天已经发出。', '我们会在三天内把钱退给您。', '请给我们发一张照片，谢谢。'],
  ],
  [
    'zh-big5',
    'SUQ7QUkgdGV4dA0KQS0wO7F6pm6hQbF6qrq0yKRsrFGk0aR3uGexSKVYoUMNCkEtMTun2q3Mt3ymYqRUpNGkuqfiv/qwaLW5sXqhQw0KQS0yO73Qtbmn2q3MsUikQLFpt9Ok+aFBwcLBwqFDDQo=',
    ['您好，您的椅子昨天已經寄出。', '我們會在三天內把錢退給您。', '請給我們寄一張照片，謝謝。'],
  ],
  [
    'ko-euc',
    'SUQ7QUkgdGV4dA0KQS0wO77Is+fHz7y8v+QsIMDHwNq4piC+7sGmILq4s8K9wLTPtNkuDQpBLTE7u+fI6iC+yL+hIMivutLH2CC15biusNq9wLTPtNkuDQpBLTI7yOzB/SC758H4wLsgurizuyDB1ry8v+QuDQo=',
    ['안녕하세요, 의자를 어제 보냈습니다.', '사흘 안에 환불해 드리겠습니다.', '흠집 사진을 보내 주세요.'],
  ],
]

const kept = (texts: readonly string[]): Kept[] => texts.map((text, at) => ({ text, id: `A-${at}` }))
const wide = [
  'Schöne Grüße – Ihr Stuhl kommt am Freitag.',
  '椅子は昨日発送しました。',
  'Деньги вернутся в течение трёх дней.',
]
const tabbed = `ID\tAI text\r\n${wide.map((text, at) => `A-${at}\t${text}\r\n`).join('')}`
const little = (text: string) => Buffer.from(text, 'utf16le')
const big = (text: string) => little(text).swap16()

export const encodingMembers: Member[] = [
  ...encoded.map(
    ([name, base64, texts]): Member => [
      `encoding: ${name}`,
      `${name}.csv`,
      Buffer.from(base64, 'base64'),
      kept(texts),
    ],
  ),
  ['encoding: UTF-16LE with a mark', 'a.csv', little(`\uFEFF${tabbed}`), kept(wide)],
  ['encoding: UTF-16LE without one', 'b.csv', little(tabbed), kept(wide)],
  ['encoding: UTF-16BE with a mark', 'c.csv', big(`\uFEFF${tabbed}`), kept(wide)],
  ['encoding: UTF-16BE without one', 'd.txt', big(tabbed), kept(wide)],
  ['encoding: UTF-8 with a mark', 'e.csv', `\uFEFF${tabbed}`, kept(wide)],
  [
    'encoding: UTF-16LE JSON lines',
    'f.jsonl',
    little(`\uFEFF${wide.map((text, at) => JSON.stringify({ id: `A-${at}`, output: text })).join('\n')}`),
    kept(wide),
  ],
]
