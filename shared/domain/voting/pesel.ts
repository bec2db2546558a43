import { z } from "zod";
import { digitsOf } from "../text/digits.ts";
import { readName } from "../text/names.ts";
import { readBy } from "../text.ts";
import { LocalDate } from "../time.ts";

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** The month field carries the century (Regulation on the PESEL register): +80 is 18xx, +0 19xx, +20 20xx, +40 21xx, +60 22xx. */
const CENTURIES = [1900, 2000, 2100, 2200, 1800];

/** The day of birth that a PESEL number says, or null when there is no such day. */
export const birthDate = (pesel: string): LocalDate | null => {
  const century = CENTURIES[Math.floor(Number(pesel.slice(2, 4)) / 20)];
  const month = Number(pesel.slice(2, 4)) % 20;
  if (century === undefined) return null;
  const year = century + Number(pesel.slice(0, 2));
  const day = `${year}-${String(month).padStart(2, "0")}-${pesel.slice(4, 6)}`;
  return LocalDate.safeParse(day).success ? day : null;
};

/** Nobody votes who is older, by whatever register. */
const OLDEST = 115;

/** The age in whole years on a day of who was born on another; null when it is no age of a living person. */
export const ageFrom = (day: LocalDate, born: LocalDate): number | null => {
  if (born > day) return null;
  const hadBirthday = born.slice(5) <= day.slice(5);
  const age = Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (hadBirthday ? 0 : 1);
  return age <= OLDEST ? age : null;
};

/** The same by a PESEL number. */
export const ageOn = (day: LocalDate, pesel: string): number | null => {
  const born = birthDate(pesel);
  return born === null ? null : ageFrom(day, born);
};

/** Eleven digits, of which the last agrees with the others and the first six are a day. A typing filter: it proves nothing of anybody. */
export const isPesel = (digits: string): boolean => {
  if (!/^\d{11}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (10 - (sum % 10)) % 10 === Number(digits[10]) && birthDate(digits) !== null;
};

/** A PESEL number as typed: spaces and dashes do not matter. Never stored, never logged. */
export const Pesel = z
  .string()
  .max(40)
  .overwrite(digitsOf)
  .refine((text) => /^\d{11}$/.test(text), { params: { rule: "pesel-length" }, abort: true })
  .refine(isPesel, { params: { rule: "pesel-check" } })
  .meta({ description: "PESEL, the national number", examples: ["44051401359"] });

export const Surname = z.string().max(80).check(readBy(readName));
