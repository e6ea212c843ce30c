/** Figures as a person prints them: separators, the unit, percent as percent, one kind of minus. */
import type { Decimal, Ratio } from "./decimal";
import { absolute, decimal, divide, isZero, multiply, sign } from "./decimal";

const HUNDRED = decimal(100);
/** From here on a printed fraction of zeros carries no meaning any more (431.5万円 expanded). */
const LARGE = 10_000n;

/** Digits with separators and every decimal of the value, without a sign. */
function body(value: Decimal): string {
  const places = value.scale;
  const size = absolute(value)
    .digits.toString()
    .padStart(places + 1, "0");
  const whole = size.slice(0, size.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
  return places > 0 ? `${whole}.${size.slice(size.length - places)}` : whole;
}

/** Drops zeros of the fraction down to `keep` places. */
function trim(value: Decimal, keep: number): Decimal {
  let { digits, scale } = value;
  while (scale > keep && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

/** A value with its unit: 「1,450,173件」「−61人」「84.6%」 (a fraction whose unit is "%"). Printed zeros stay: 「90.0」. */
export function figure(value: Decimal, unit: string | null): string {
  const mark = sign(value) < 0 ? "−" : "";
  if (unit === "%") {
    const percent = trim(multiply(value, HUNDRED), 0);
    const places = Math.max(0, Math.min(value.scale - 2, 3));
    const shown = percent.scale > places ? percent : widen(percent, places);
    return `${mark}${body(shown)}%`;
  }
  const large = absolute(value).digits >= LARGE * 10n ** BigInt(value.scale);
  const shown = trim(value, large ? 0 : Math.min(value.scale, 3));
  return `${mark}${body(shown)}${unit ?? ""}`;
}

function widen(value: Decimal, places: number): Decimal {
  return { digits: value.digits * 10n ** BigInt(places - value.scale), scale: places };
}

/** 「25.3%」, rounded half away from zero; `signed`: 「+25.3%」「−15.9%」「±0.0%」. */
export function percent(rate: Ratio, places: number, signed: boolean): string {
  const rounded = divide({ numerator: multiply(rate.numerator, HUNDRED), denominator: rate.denominator }, places);
  const plus = !signed ? "" : isZero(rounded) ? "±" : "+";
  return `${rounded.digits < 0n ? "−" : plus}${body(rounded)}%`;
}
