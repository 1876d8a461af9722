import { describe, expect, it } from 'vitest'
import {
  type ClockEvent,
  clockReducer,
  isTimeToStop,
  secondsLeft,
  startClock,
} from '../../../shared/domain/time/session-clock.ts'

const minute = 60_000
const start = 1_000_000

/** Runs events whose times are minutes after the start; shows minutes. */
function run(events: [ClockEvent['type'], number][], carriedOver = 0) {
  const clock = events.reduce(
    (state, [type, at]) => clockReducer(state, { type, at: start + at * minute }),
    startClock(start, carriedOver * minute),
  )
  return {
    counted: clock.countedMs / minute,
    away: clock.awayMs / minute,
    isRunning: clock.stoppedAt === null,
  }
}

describe('clockReducer', () => {
  it.each<[string, [ClockEvent['type'], number][], ReturnType<typeof run>]>([
    [
      'counts while the window is in front',
      [
        ['tick', 1],
        ['tick', 2],
      ],
      { counted: 2, away: 0, isRunning: true },
    ],
    [
      'stops three minutes after the last input',
      [
        ['input', 1],
        ['tick', 9],
      ],
      { counted: 4, away: 0, isRunning: false },
    ],
    ['runs at three minutes to the second', [['tick', 3]], { counted: 3, away: 0, isRunning: true }],
    [
      'starts again on input and offers the time away',
      [
        ['input', 1],
        ['tick', 5],
        ['tick', 9],
        ['input', 10],
        ['tick', 11],
      ],
      { counted: 5, away: 6, isRunning: true },
    ],
    ['needs no tick to notice a sleep', [['input', 60]], { counted: 3, away: 57, isRunning: true }],
    [
      'adds the time away back once',
      [
        ['input', 10],
        ['addBack', 10],
        ['addBack', 10],
      ],
      { counted: 10, away: 0, isRunning: true },
    ],
    [
      'stops when the window goes to the back',
      [
        ['blur', 2],
        ['tick', 9],
      ],
      { counted: 2, away: 0, isRunning: false },
    ],
    [
      'ignores input while in the back',
      [
        ['blur', 2],
        ['input', 4],
        ['tick', 5],
      ],
      { counted: 2, away: 0, isRunning: false },
    ],
    [
      'starts again in front and offers that time too',
      [
        ['blur', 2],
        ['focus', 6],
        ['tick', 7],
      ],
      { counted: 3, away: 4, isRunning: true },
    ],
    [
      'keeps the first stop when the window goes back while idle',
      [
        ['tick', 4],
        ['blur', 5],
        ['focus', 9],
      ],
      { counted: 3, away: 6, isRunning: true },
    ],
    [
      'is not confused by a second focus',
      [
        ['blur', 2],
        ['focus', 6],
        ['focus', 7],
      ],
      { counted: 3, away: 4, isRunning: true },
    ],
    [
      'offers only the last time away',
      [
        ['input', 10],
        ['blur', 11],
        ['focus', 13],
      ],
      { counted: 4, away: 2, isRunning: true },
    ],
    [
      'never counts backwards',
      [
        ['tick', 2],
        ['tick', 1],
        ['tick', 2],
      ],
      { counted: 3, away: 0, isRunning: true },
    ],
  ])('%s', (_, events, expected) => {
    expect(run(events)).toEqual(expected)
  })

  it('carries over earlier sittings', () => {
    expect(run([['tick', 2]], 50)).toEqual({ counted: 52, away: 0, isRunning: true })
  })
})

describe('secondsLeft', () => {
  it.each([
    [600, 4, 30, null],
    [600, 5, 30, 3000],
    [3000, 20, 30, 1500],
    [3000, 30, 30, 0],
    [3000, 31, 30, 0],
  ])('after %i seconds and %i of %i items is %s', (used, done, total, expected) => {
    expect(secondsLeft(used, done, total)).toBe(expected)
  })
})

describe('isTimeToStop', () => {
  it.each([
    [0, false],
    [6299, false],
    [6300, true],
    [9000, true],
  ])('after %i seconds of a session is %s', (used, expected) => {
    expect(isTimeToStop(used)).toBe(expected)
  })
})
