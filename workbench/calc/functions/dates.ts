/** Dates as serial numbers of the 1900 system. */
import { ERRORS, type Value } from "../values";
import { type FunctionTable, lazy, scalar, type Values } from "./rule";

interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** Excel counts a 29 February 1900 that never was: days before it are one off. */
export function serialOf(year: number, month: number, day: number): number {
  const days = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
  return days < 61 ? days - 1 : days;
}

export function dayOf(serial: number): Day {
  const whole = Math.floor(serial);
  if (whole < 0) throw ERRORS.num;
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date(((whole < 60 ? whole + 1 : whole) - 25_569) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A date argument: a number, or a text that spells a date. @throws ErrorValue */
function dateOf(args: Values, index: number): number {
  const value = args.raw(index);
  return typeof value === "string" ? (readDate(value) ?? args.number(index)) : args.number(index);
}

function readDate(text: string): number | null {
  const match = /^\s*(\d{4})[/\-年.](\d{1,2})[/\-月.](\d{1,2})日?\s*$/.exec(text.normalize("NFKC"));
  return match ? serialOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function shiftMonths(serial: number, months: number): Day {
  const { year, month, day } = dayOf(serial);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return { year: y, month: m, day: Math.min(day, lastDay(y, m)) };
}

/** Whole years, months or days between two dates. */
function difference(args: Values): Value {
  const [start, end] = [Math.floor(dateOf(args, 0)), Math.floor(dateOf(args, 1))];
  if (start > end) return ERRORS.num;
  const [a, b] = [dayOf(start), dayOf(end)];
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  const yearless = serialOf(b.month * 100 + b.day < a.month * 100 + a.day ? b.year - 1 : b.year, a.month, a.day);
  switch (args.text(2).toUpperCase()) {
    case "Y":
      return Math.floor(months / 12);
    case "M":
      return months;
    case "D":
      return end - start;
    case "YM":
      return months % 12;
    case "YD":
      return end - yearless;
    case "MD": {
      const from = shiftMonths(start, months);
      return end - serialOf(from.year, from.month, from.day);
    }
    default:
      return ERRORS.num;
  }
}

/** First day of the week by WEEKDAY's second argument, 0 Sunday; what the first day counts as. */
const WEEKS: Readonly<Record<number, readonly [first: number, from: number]>> = {
  1: [0, 1],
  2: [1, 1],
  3: [1, 0],
  11: [1, 1],
  12: [2, 1],
  13: [3, 1],
  14: [4, 1],
  15: [5, 1],
  16: [6, 1],
  17: [0, 1],
};

export const DATES: FunctionTable = {
  DATE: scalar(3, 3, (args) => {
    const year = args.whole(0);
    const serial = serialOf(year < 1900 ? year + 1900 : year, args.whole(1), args.whole(2));
    return serial < 0 || year > 9999 ? ERRORS.num : serial;
  }),
  DATEVALUE: scalar(1, 1, (args) => readDate(args.text(0)) ?? ERRORS.value),
  YEAR: scalar(1, 1, (args) => dayOf(dateOf(args, 0)).year),
  MONTH: scalar(1, 1, (args) => dayOf(dateOf(args, 0)).month),
  DAY: scalar(1, 1, (args) => dayOf(dateOf(args, 0)).day),
  EDATE: scalar(2, 2, (args) => {
    const { year, month, day } = shiftMonths(dateOf(args, 0), args.whole(1));
    return serialOf(year, month, day);
  }),
  EOMONTH: scalar(2, 2, (args) => {
    const { year, month } = shiftMonths(dateOf(args, 0), args.whole(1));
    return serialOf(year, month, lastDay(year, month));
  }),
  DATEDIF: scalar(3, 3, difference),
  DAYS: scalar(2, 2, (args) => Math.floor(dateOf(args, 0)) - Math.floor(dateOf(args, 1))),
  WEEKDAY: scalar(1, 2, (args) => {
    const week = WEEKS[args.whole(1, 1)];
    if (!week) return ERRORS.num;
    const weekday = (Math.floor(dateOf(args, 0)) + 6) % 7;
    return ((weekday - week[0] + 7) % 7) + week[1];
  }),
  TODAY: lazy(0, 0, (_, context) => Math.floor(context.world.now())),
  NOW: lazy(0, 0, (_, context) => context.world.now()),
};
