import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

const voters = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "głosujący", few: "głosujących", many: "głosujących", other: "głosujących" })}`;

const contacts = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "adres lub numer", few: "adresy lub numery", many: "adresów lub numerów", other: "adresu lub numeru" })}`;

const tenths = new Intl.NumberFormat("pl-PL", { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat("pl-PL", { maximumFractionDigits: 2 });

/** Czas w sekundach, a od trzech minut w minutach. */
const gap = (seconds: number): string =>
  seconds < 180 ? `${f.number(Math.round(seconds))} s` : `${tenths.format(seconds / 60)} min`;

export const signals = {
  title: "Sygnały dla komisji",
  lead: "System wskazuje głosujących, których mogła wpuścić jedna osoba. To nie jest dowód i niczego nie unieważnia. O głosach decyduje komisja.",
  looked: (count: number) => `Kod wpisało poprawnie i zostało sprawdzonych: ${voters(count)}.`,
  clusters: (count: number) => `Znalezione skupiska: ${f.number(count)}.`,
  none: "Nic się nie wyróżnia.",
  shown: (shown: number) => `Niżej jest ${f.number(shown)} najważniejszych. Wszystkie są w pliku JSON.`,
  subject: {
    address: (name: string) => `Jedno łącze (${name})`,
    network: (name: string) => `Jedna okolica sieci (${name})`,
    age: (name: string) => `Jeden wiek (${name})`,
  },
  letIn: "Wpuszczeni",
  voted: "Oddali głos",
  days: "Dni",
  score: "Ważność",
  why: "Co się wyróżnia",
  evidence: {
    "few-contacts": (facts: { voters: number; contacts: number }) =>
      `Kody dla ${f.number(facts.voters)} osób poszły na ${contacts(facts.contacts)}. To ${tenths.format(facts.voters / facts.contacts)} osoby na jeden.`,
    "even-pace": (facts: { day: string; voters: number; gap: number; variation: number }) =>
      `${f.date(facts.day)}: ${voters(facts.voters)}, jeden po drugim średnio co ${gap(facts.gap)}. Odstępy są równe: zmienność ${hundredths.format(facts.variation)}, u ludzi około 1.`,
    "same-age": (facts: { day: string; voters: number; age: number }) =>
      `${f.date(facts.day)}: ${voters(facts.voters)}, wszyscy w wieku dokładnie ${f.number(facts.age)} lat.`,
  },
  references: "Odnośniki głosów, do decyzji o unieważnieniu",
  rulesTitle: "Czego szukamy i dlaczego",
  rules: {
    "few-contacts": (facts: { voters: number; perContact: number }) =>
      `Co najmniej ${f.number(facts.voters)} głosujących z jednego miejsca i ${f.number(facts.perContact)} lub więcej na jeden adres lub numer. Rodzina ma jeden telefon na kilka osób, a w bibliotece każdy ma swój. Dom seniora może wyglądać podobnie. Sprawdź, zanim coś zdecydujesz.`,
    "even-pace": (facts: { voters: number; slowest: number; variation: number }) =>
      `Co najmniej ${f.number(facts.voters)} głosujących z jednego miejsca w jednym dniu, średnio co ${gap(facts.slowest)} lub częściej. Odstępy mają zmienność ${hundredths.format(facts.variation)} lub mniejszą. Ludzie przychodzą nierówno, program lub osoba z listą równo.`,
    "same-age": (facts: { voters: number; from: number }) =>
      `Co najmniej ${f.number(facts.voters)} głosujących w dokładnie tym samym wieku, od ${f.number(facts.from)} lat, w jednym dniu. Zwykle jest ich jeden lub dwóch.`,
  },
  private:
    "Miejsca i adresy są tu skrótami: nie da się z nich odczytać, kto i skąd głosował. Każde otwarcie tej strony jest zapisane w dzienniku.",
};
