import { formatsOf } from "../format.ts";
import type { FileRefusalWords } from "../refusal-words.ts";

const f = formatsOf("pl-PL");

const megabytes = (bytes: number): string => f.number(Math.floor(bytes / 1_000_000));

const KINDS: Readonly<Record<string, string>> = {
  table: "tekst",
  pdf: "PDF",
  "old-office": "dokument lub arkusz w starym formacie Office",
  workbook: "arkusz programu Excel lub Calc",
  archive: "archiwum, takie jak ZIP",
  markup: "strona internetowa lub rysunek SVG",
  program: "program",
  unknown: "plik, którego rodzaju nie znamy",
};

/** Pictures are called the same everywhere. */
const kind = (found: string): string => KINDS[found] ?? `${found}`.toUpperCase();

export const fileRefusals: FileRefusalWords = {
  "file/pending": {
    title: "Sprawdzamy ten plik",
    detail: () => "Plik jeszcze do nas nie dotarł albo go sprawdzamy. Spróbuj za chwilę.",
  },
  "file/empty": {
    title: "Plik jest pusty",
    detail: () => "Wybierz plik, w którym coś jest.",
  },
  "file/too-big": {
    title: "Plik jest za duży",
    detail: ({ mostBytes }) => `Plik może mieć najwyżej ${megabytes(mostBytes)} MB. Zmniejsz go lub podziel.`,
  },
  "file/not-a-table": {
    title: "To nie jest tabela CSV",
    detail: ({ found }) => `Przysłany plik to ${kind(found)}. Zapisz tabelę jako CSV i wyślij ją.`,
  },
  "file/not-a-scan": {
    title: "To nie jest skan",
    detail: ({ found, takes }) =>
      `Przysłany plik to ${kind(found)}. Wyślij plik w jednym z formatów: ${takes}.`,
  },
  "file/not-a-picture": {
    title: "Tego obrazu nie da się pokazać",
    detail: ({ found }) => `Przysłany plik to ${kind(found)}. Wyślij JPEG, PNG, WebP, AVIF lub GIF.`,
  },
  "file/not-as-said": {
    title: "Plik jest czym innym, niż mówi jego nazwa",
    detail: ({ said, found }) =>
      `Zapowiedziano ${said}, a plik to ${kind(found)}. Zapisz go z właściwym rozszerzeniem i wyślij.`,
  },
  "file/several-kinds": {
    title: "Plik udaje kilka rodzajów naraz",
    detail: () => "Różne programy odczytają go jako co innego. Zapisz go na nowo i wyślij.",
  },
  "file/broken": {
    title: "Pliku nie da się odczytać",
    detail: () => "Plik jest uszkodzony albo ucięty. Otwórz go u siebie, zapisz na nowo i wyślij.",
  },
  "file/too-many-pixels": {
    title: "Obraz ma za dużo punktów",
    detail: ({ mostMegapixels }) =>
      `Obraz może mieć najwyżej ${f.number(mostMegapixels)} mln punktów. Zmniejsz go i wyślij.`,
  },
  "file/no-alternative-text": {
    title: "Brakuje opisu obrazu",
    detail: () => "Napisz, co widać na obrazie. Słyszą to osoby, które go nie widzą.",
  },
  "file/used": {
    title: "Tego pliku już użyto",
    detail: () => "Wyślij plik jeszcze raz, jeśli jest potrzebny znowu.",
  },
  "file/too-many": {
    title: "Tyle plików wystarczy",
    detail: ({ most }) => `Najwięcej plików we wniosku: ${f.number(most)}. Usuń któryś, żeby dodać nowy.`,
  },
};
