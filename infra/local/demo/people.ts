import type { Project } from "../../../shared/domain/project/project.ts";
import type { Chance } from "../../generator/random.ts";

const NAMES = [
  "Hanna",
  "Jerzy",
  "Maria",
  "Stanisław",
  "Teresa",
  "Oksana",
  "Marek",
  "Zuzanna",
  "Krystian",
  "Beata",
  "Ryszard",
  "Iwona",
  "Kacper",
  "Urszula",
];
const SURNAMES = [
  "Wilk",
  "Sroka",
  "Szpak",
  "Bóbr",
  "Kuna",
  "Szymura",
  "Pająk",
  "Jarosz",
  "Kozioł",
  "Zając",
  "Kruk",
  "Lis",
  "Gołąb",
  "Jeleń",
  "Świerk",
  "Łoś",
  "Dziuba",
];

/** A made-up resident's name. */
const nameOf = (chance: Chance): string => `${chance.pick(NAMES)} ${chance.pick(SURNAMES)}`;

/** Somebody who came with a form on paper: no address is known, so nobody is written to. Most let their name be published. */
export const authorOf = (chance: Chance): NonNullable<Project["author"]> => ({
  name: nameOf(chance),
  isNamePublic: chance.share() < 0.7,
  language: "pl",
});
