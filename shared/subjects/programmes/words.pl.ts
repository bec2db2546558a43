import { formatsOf } from "../../words/format.ts";

const f = formatsOf("pl-PL");

/** What residents and the office read of programmes of consultations. */
export const pl = {
  kind: "Program konsultacji",
  heading: "Programy konsultacji",
  in: "Konsultacje w tym programie",
  back: "Konsultacje",
  count: (count: number): string =>
    `${f.number(count)} ${f.plural(count, { one: "konsultacje", few: "konsultacje", many: "konsultacji", other: "konsultacji" })}`,
  states: { kept: "" },
  office: {
    title: "Programy konsultacji",
    none: "Nie ma jeszcze żadnego programu.",
    noneIn: "W tym programie nie ma jeszcze konsultacji. Wybierz go w ich formularzu.",
    isPublic: "Zobacz stronę dla mieszkańców",
    fields: {
      name: { label: "Nazwa" },
      lead: { label: "O czym jest", hint: "Kilka zdań: co łączy te konsultacje." },
    },
  },
  acts: {
    add: { title: "Dodaj program", submit: "Dodaj program" },
    change: { title: "Zmień program", submit: "Zapisz" },
    remove: { title: "Usuń program", submit: "Usuń program" },
  },
  blockers: { used: "W tym programie są konsultacje." },
};
export type ProgrammeWords = typeof pl;
