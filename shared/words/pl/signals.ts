import { formatsOf } from "../format.ts";

const f = formatsOf("pl-PL");

const voters = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "osoba", few: "osoby", many: "osób", other: "osoby" })}`;

const contacts = (count: number): string =>
  `${f.number(count)} ${f.plural(count, { one: "adres lub numer", few: "adresy lub numery", many: "adresów lub numerów", other: "adresu lub numeru" })}`;

const tenths = new Intl.NumberFormat("pl-PL", { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat("pl-PL", { maximumFractionDigits: 2 });

/** Czas w sekundach, a od trzech minut w minutach. */
const gap = (seconds: number): string =>
  seconds < 180 ? `${f.number(Math.round(seconds))} s` : `${tenths.format(seconds / 60)} min`;

export const signals = {
  title: "Sygnały dla komisji",
  lead: "System wskazuje głosy, za którymi może stać jedna osoba. To nie jest dowód i niczego nie unieważnia. O głosach decyduje komisja.",
  looked: (count: number) => `Sprawdziliśmy wszystkich, którzy wpisali dobry kod: ${voters(count)}.`,
  clusters: (count: number) => `Znalezione skupiska: ${f.number(count)}.`,
  none: "Nic się nie wyróżnia.",
  shown: (shown: number) => `Niżej jest ${f.number(shown)} najważniejszych. Wszystkie są w pliku JSON.`,
  subject: {
    address: (name: string) => `Jedno łącze (${name})`,
    network: (name: string) => `Jedna okolica sieci (${name})`,
    age: (name: string) => `Jeden wiek (${name})`,
    "great-age": (_name: string) => "Wiele osób w bardzo podeszłym wieku",
  },
  letIn: "Wpuszczono",
  voted: "Oddano głosów",
  days: "Dni",
  score: "Ważność",
  why: "Co się wyróżnia",
  evidence: {
    "few-contacts": (facts: { voters: number; contacts: number }) =>
      `Kody dla ${f.number(facts.voters)} osób poszły na ${contacts(facts.contacts)}. Na jeden przypada średnio ${tenths.format(facts.voters / facts.contacts)}.`,
    "even-pace": (facts: { day: string; voters: number; gap: number; variation: number }) =>
      `${f.date(facts.day)}: ${voters(facts.voters)}, jedna po drugiej średnio co ${gap(facts.gap)}. Odstępy są równe: zmienność ${hundredths.format(facts.variation)}, u ludzi około 1.`,
    "one-connection": (facts: { day: string; voters: number; contacts: number }) =>
      `${f.date(facts.day)}: ${voters(facts.voters)} z jednego łącza. Kody poszły na ${contacts(facts.contacts)}.`,
    "same-age": (facts: { day: string; voters: number; age: number }) =>
      `${f.date(facts.day)}: ${voters(facts.voters)}, każda w wieku dokładnie ${f.number(facts.age)} lat.`,
    "great-age": (facts: { day: string; voters: number; from: number }) =>
      `${f.date(facts.day)}: ${voters(facts.voters)} w wieku ${f.number(facts.from)} lat lub więcej.`,
  },
  references: "Odnośniki głosów, do decyzji o unieważnieniu",
  points: {
    title: "Punkty głosowania",
    caption: "Praca w punktach, o którą warto zapytać",
    none: "W punktach nic się nie wyróżnia.",
    columns: {
      point: "Punkty",
      clerk: "Kto wpuszczał, konto",
      why: "Co się wyróżnia",
      when: "Kiedy",
      voters: "Wpuszczono",
    },
    why: {
      "desk-pace": "Szybciej, niż można sprawdzić dokumenty.",
      "desk-hour": "W nocy, gdy punkty są zamknięte.",
    },
  },
  rulesTitle: "Czego szukamy i dlaczego",
  rules: {
    "few-contacts": (facts: { voters: number; perContact: number }) =>
      `Co najmniej ${f.number(facts.voters)} osób z jednego miejsca i ${f.number(facts.perContact)} lub więcej na jeden adres lub numer. Rodzina ma jeden telefon na kilka osób, a w bibliotece każdy ma swój. Dom seniora może wyglądać podobnie. Sprawdź, zanim coś zdecydujesz.`,
    "even-pace": (facts: { voters: number; slowest: number; variation: number }) =>
      `Co najmniej ${f.number(facts.voters)} osób z jednego miejsca w jednym dniu, średnio co ${gap(facts.slowest)} lub częściej. Odstępy mają zmienność ${hundredths.format(facts.variation)} lub mniejszą. Ludzie przychodzą nierówno, program lub osoba z listą równo.`,
    "one-connection": (facts: { voters: number }) =>
      `Co najmniej ${f.number(facts.voters)} osób z jednego łącza w jednym dniu. W bibliotece lub domu seniora jest ich kilkadziesiąt. Operator komórkowy ma wielu ludzi za jednym adresem, ale z jednego miasta głosuje ich tego samego dnia niewielu.`,
    "same-age": (facts: { voters: number; from: number }) =>
      `Co najmniej ${f.number(facts.voters)} osób w dokładnie tym samym wieku, od ${f.number(facts.from)} lat, w jednym dniu. Zwykle jest jedna lub dwie.`,
    "great-age": (facts: { voters: number; from: number }) =>
      `Co najmniej ${f.number(facts.voters)} osób w wieku ${f.number(facts.from)} lat lub więcej w jednym dniu. Zwykle jest ich około dziesięciu.`,
    "desk-pace": (facts: { voters: number; minutes: number }) =>
      `Co najmniej ${voters(facts.voters)} wpuszczonych w punktach z jednego konta w ${f.number(facts.minutes)} minut. Te odcinki czasu zachodzą na siebie, więc jedną osobę liczą dwa. Sprawdzenie dokumentu i wpisanie numeru trwa około pół minuty.`,
    "desk-hour": (facts: { from: number; to: number }) =>
      `Ktoś wpuszczony w punkcie przed godziną ${facts.from}.00 lub od ${facts.to}.00. Godziny podajemy tylko pełne.`,
  },
  private:
    "Miejsca i adresy są tu skrótami: nie da się z nich odczytać, kto i skąd głosował. Każde otwarcie tej strony jest zapisane w dzienniku.",
};
