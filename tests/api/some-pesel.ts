import type { Chance } from "../kit/chance.ts";

const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** Of somebody born in the last century who can be alive, whenever the world is. */
export const somePesel = (chance: Chance): string => {
  const body = `${chance.between(40, 99)}${String(chance.between(1, 12)).padStart(2, "0")}${String(chance.between(1, 28)).padStart(2, "0")}${chance.text("0123456789", 4)}`;
  const sum = PESEL_WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};
