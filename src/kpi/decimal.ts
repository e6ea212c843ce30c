/**
 * Exact decimals. Grades turn on boundaries (57.6 → 63.36 is +10 % exactly), so nothing here rounds
 * until a figure is shown. A Decimal is `digits × 10^-scale`; a Ratio is never divided out, only compared.
 */

export interface Decimal {
  readonly digits: bigint;
  /** Number of decimal places, ≥ 0. */
  readonly scale: number;
}

/** numerator / denominator, the denominator always > 0. */
export interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

const powers: bigint[] = [1n];
/** 10^n as a bigint. */
export function power10(n: number): bigint {
  for (let i = powers.length; i <= n; i++) powers.push((powers[i - 1] as bigint) * 10n);
  return powers[n] as bigint;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };
export const ONE: Decimal = { digits: 1n, scale: 0 };

const PLAIN = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/** "-1234.50" → Decimal; null for anything else (no commas, no exponent). */
export function parseDecimal(text: string): Decimal | null {
  const m = PLAIN.exec(text);
  if (!m) return null;
  const fraction = m[3] ?? "";
  const digits = BigInt((m[2] as string) + fraction);
  return { digits: m[1] === "-" ? -digits : digits, scale: fraction.length };
}

/** An Excel number as the decimal a person sees: 15 significant digits, as Excel itself keeps. NaN and ±∞ give null. */
export function fromNumber(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const m = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(14)) as RegExpExecArray;
  const fraction = (m[3] ?? "").replace(/0+$/, "");
  const digits = BigInt(`${m[1]}${m[2]}${fraction}`);
  const scale = fraction.length - Number(m[4]);
  return scale >= 0 ? { digits, scale } : { digits: digits * power10(-scale), scale: 0 };
}

/** Constant of the source code; throws on a malformed text, which is a bug. */
export function decimal(text: string | number): Decimal {
  const d = typeof text === "number" ? fromNumber(text) : parseDecimal(text);
  if (!d) throw new Error(`not a decimal: ${text}`);
  return d;
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale };
  return a.scale > b.scale
    ? { digits: a.digits + b.digits * power10(a.scale - b.scale), scale: a.scale }
    : { digits: a.digits * power10(b.scale - a.scale) + b.digits, scale: b.scale };
}

export const negate = (a: Decimal): Decimal => ({ digits: -a.digits, scale: a.scale });
export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));
export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
});
export const absolute = (a: Decimal): Decimal => (a.digits < 0n ? negate(a) : a);
export const isZero = (a: Decimal): boolean => a.digits === 0n;
/** -1, 0 or 1. */
export const sign = (a: Decimal): -1 | 0 | 1 => (a.digits === 0n ? 0 : a.digits < 0n ? -1 : 1);
/** -1, 0 or 1, as a < b, a = b, a > b. */
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => sign(subtract(a, b));

/** The nearest double; only for showing and for handing back to Excel. */
export const toNumber = (a: Decimal): number => (a.scale === 0 ? Number(a.digits) : Number(toText(a)));

/** Plain text without commas, trailing zeros of the fraction dropped. */
export function toText(a: Decimal): string {
  const negative = a.digits < 0n;
  const all = (negative ? -a.digits : a.digits).toString().padStart(a.scale + 1, "0");
  const whole = all.slice(0, all.length - a.scale);
  const fraction = all.slice(all.length - a.scale).replace(/0+$/, "");
  return `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** a / b as a Ratio; null where b is 0. */
export function ratio(a: Decimal, b: Decimal): Ratio | null {
  const s = sign(b);
  if (s === 0) return null;
  return s > 0 ? { numerator: a, denominator: b } : { numerator: negate(a), denominator: negate(b) };
}

/** -1, 0 or 1, as the ratio is below, at or above the decimal. Exact. */
export const compareRatio = (r: Ratio, d: Decimal): -1 | 0 | 1 => compare(r.numerator, multiply(d, r.denominator));

/** A ratio with `places` decimals, rounded half away from zero. Exact until then. */
export function divide(r: Ratio, places: number): Decimal {
  const shift = places + r.denominator.scale - r.numerator.scale;
  let n = r.numerator.digits;
  let d = r.denominator.digits;
  if (shift >= 0) n *= power10(shift);
  else d *= power10(-shift);
  const negative = n < 0n;
  if (negative) n = -n;
  const q = (2n * n + d) / (2n * d);
  return { digits: negative ? -q : q, scale: places };
}

/** The nearest double of a ratio, to 15 significant digits and more. */
export function ratioToNumber(r: Ratio): number {
  const n = r.numerator;
  const d = r.denominator;
  if (n.scale === 0 && d.scale === 0) {
    const a = Number(n.digits);
    const b = Number(d.digits);
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a / b;
  }
  return Number(toText(divide(r, 20)));
}
