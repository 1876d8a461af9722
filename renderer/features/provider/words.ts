import type { KeyState, SentRequest } from '../../../shared/contract/provider.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { formatDollars } from '../../../shared/domain/model-tests/token-cost.ts'

export const keptWords: Readonly<Record<NonNullable<KeyState['kept']>, string>> = {
  keychain: 'Kept by this computer’s keychain.',
  memory: 'Kept only until Evenkeel closes.',
  environment: 'Given by the environment, for this run.',
}

export const purposeWords: Readonly<Record<SentRequest['purpose'], string>> = {
  output: 'Output of a model test',
  evaluation: 'Evaluation of an output',
  token_count: 'Counting tokens',
  models: 'List of models',
}

export const outcomeWords: Readonly<Record<SentRequest['outcome'], string>> = {
  in_flight: 'On its way',
  answered: 'Answered',
  failed: 'Failed, nothing bought',
  maybe_paid: 'No answer, may have been paid',
}

/** "Anthropic", "Anthropic or another". */
export function eitherOf(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
}

/** A price as it is listed, with all its decimals: "$0.125". */
export function formatPrice(dollars: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  }).format(dollars)
}

/** The day and the minute, by this computer's clock. */
export function formatSentAt(instant: string, locale: string): string {
  return new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
}

export type Totals = { total: number; characters: number; cost: number; unknownCosts: number }

/** "12 requests with 45,000 characters. They cost $1.25; of 2 the cost is not known." */
export function totalsWords({ total, characters, cost, unknownCosts }: Totals, locale: string): string {
  const whole = (value: number) => formatNumber(value, 0, locale)
  const requests = total === 1 ? 'One request' : `${whole(total)} requests`
  const known = `${total === 1 ? 'It' : 'They'} cost ${formatDollars(cost, locale)}`
  const sent = `${requests} with ${characters === 1 ? 'one character' : `${whole(characters)} characters`}.`
  if (unknownCosts === 0) return `${sent} ${known}.`
  if (unknownCosts === total) return `${sent} What ${total === 1 ? 'it' : 'they'} cost is not known.`
  return `${sent} ${known}; of ${whole(unknownCosts)} the cost is not known.`
}

type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  apiKey: 'API key',
  withAnApiKeyOf: 'With an API key of yours',
  evenkeelCanFetchTheOutputs:
    ', Evenkeel can fetch the outputs of a model test itself. Without one you paste them or read them from a file. Nothing is sent until you start it.',
  keyEndingIn: 'Key ending in ',
  replace: 'Replace',
  forget: 'Forget',
  newApiKey: 'New API key',
  enterTheApiKey: 'Enter the API key.',
  keepThisKey: 'Keep this key',
  cancel: 'Cancel',
  whereRequestsGo: 'Where requests go',
  ownAddressOf: (name: Shown) => `The address of ${name} itself.`,
  gatewayInsteadOf: (host: Shown) => `Your company’s gateway, instead of ${host}.`,
  useAGateway: 'Use a company gateway',
  changeTheAddress: 'Change the address',
  backTo: (host: Shown) => `Back to ${host}`,
  addressOfTheGateway: 'Address of the gateway',
  everythingGoesThere:
    'From whoever runs your network. Everything a model test sends goes there, with the key above.',
  enterTheAddress: 'Enter the address, or cancel.',
  sendThere: 'Send requests there',
  seeWhichModelsItCan: 'See which models it can use',
  oneFreeRequestTo: (name: Shown) => `One free request to ${name}.`,
  modelsTheKeyCanUse: 'Models the key can use',
  until: (retiresOn: Shown) => `until ${retiresOn}`,
  priceOf: (model: Shown) => `Price of ${model}`,
  addAPrice: 'Add a price',
  save: 'Save',
  remove: 'Remove',
  provider: 'Provider',
  modelId: 'Model id',
  asTheProviderWritesIt: (example: Shown) => `As the provider writes it${example}.`,
  forExample: (example: Shown) => `, for example ${example}`,
  inputAMillionTokens: 'Input, $ a million tokens',
  outputAMillionTokens: 'Output, $ a million tokens',
  lookedUpOn: 'Looked up on',
  enterAPriceFrom0: 'Enter a price from 0 to 10,000.',
  enterTheModelId: 'Enter the model id.',
  enterTheDayYouLooked: 'Enter the day you looked it up.',
  prices: 'Models: prices and settings',
  settingsItTakes: 'Settings it takes',
  theOthersAreNotSent:
    'Of the settings recorded for a workflow only these go along; the others are named as not sent.',
  noSettings: 'None',
  usDollarsForAMillion:
    'US dollars for a million tokens. Evenkeel works out costs with them and does not look them up: compare them with the provider’s price list now and then. The cost of a model without a price is not known.',
  model: 'Model',
  input: 'Input',
  output: 'Output',
  asOf: 'As of',
  whatYouCanDo: 'What you can do',
  editThePriceOf: (model: Shown) => `Edit the price of ${model}`,
  edit: 'Edit',
  nothingEvenkeelSendsOnlyWhat:
    'Nothing. Evenkeel sends only what you start yourself: a model test, or asking which models there are.',
  itGoesToAndNowhere: (data: Shown) => `It goes to ${data} and nowhere else.`,
  seeEveryRequest: 'See every request',
  backToGeneral: 'Back to General',
  nothingLeftThisComputer: 'Nothing left this computer',
  eachRequestOfAModel:
    'Each request of a model test will be listed here, with where it went and what it cost.',
  whatLeftThisComputer: 'What left this computer',
  thisListKeepsHowMuch: (data: Shown) => `${data} This list keeps how much was sent, not what.`,
  newestFirst: 'newest first',
  sent: 'Sent',
  whatFor: 'What for',
  where: 'Where',
  characters: 'Characters',
  cost: 'Cost',
  whatCameOfIt: 'What came of it',
  requests: 'Requests',
  notKnown: 'Not known',
}
