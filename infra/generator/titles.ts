import type { Chance } from "./random.ts";

const WHAT = [
  "Plac zabaw dla małych i dużych",
  "Zielony skwer z ławkami",
  "Ścieżka rowerowa i stojaki",
  "Siłownia pod chmurką",
  "Doświetlenie przejść dla pieszych",
  "Remont chodnika",
  "Ogród deszczowy",
  "Książkomat przy bibliotece",
  "Warsztaty ceramiki dla seniorów",
  "Zajęcia sportowe dla dzieci",
  "Koncerty na trawie",
  "Nowe drzewa i krzewy",
  "Wybieg dla psów",
  "Tężnia solankowa",
  "Modernizacja boiska szkolnego",
  "Letnie kino plenerowe",
  "Monitoring i bezpieczne dojście do szkoły",
  "Pracownia robotyki w domu kultury",
  "Odnowienie schodów terenowych",
  "Łąka kwietna zamiast trawnika",
];

const WHERE = [
  "przy szkole podstawowej",
  "w parku",
  "na osiedlu",
  "przy przychodni",
  "obok domu kultury",
  "nad stawem",
  "przy pętli tramwajowej",
  "na rynku dzielnicy",
  "między blokami",
  "przy ulicy Ogrodowej",
];

/** Real lists have titles of 170 characters and more; a few of ours have too. */
const LONG_TAIL =
  "wraz z nasadzeniami, małą architekturą, stojakami rowerowymi, oświetleniem energooszczędnym i tablicą informacyjną dla mieszkańców w każdym wieku";

const LONG_SHARE = 0.06;

/** A made-up title; no two of a pool are the same. */
export const titleOf = (chance: Chance, taken: Set<string>): string => {
  for (;;) {
    const short = `${chance.pick(WHAT)} ${chance.pick(WHERE)}`;
    const title = chance.share() < LONG_SHARE ? `${short} ${LONG_TAIL}` : short;
    if (taken.has(title)) continue;
    taken.add(title);
    return title;
  }
};
