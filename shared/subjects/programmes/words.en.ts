import { formatsOf } from "../../words/format.ts";
import type { ProgrammeWords } from "./words.pl.ts";

const f = formatsOf("en-GB");

export const en: ProgrammeWords = {
  kind: "Programme of consultations",
  heading: "Programmes of consultations",
  in: "Consultations in this programme",
  back: "Consultations",
  count: (count) => `${f.number(count)} ${f.plural(count, { one: "consultation", other: "consultations" })}`,
  states: { kept: "" },
  office: {
    title: "Programmes of consultations",
    none: "There is no programme yet.",
    noneIn: "No consultation is in this programme yet. Choose it in their form.",
    isPublic: "See the page for residents",
    fields: {
      name: { label: "Name" },
      lead: { label: "What it is about", hint: "Some sentences: what these consultations share." },
    },
  },
  acts: {
    add: { title: "Add a programme", submit: "Add the programme" },
    change: { title: "Edit the programme", submit: "Save" },
    remove: { title: "Remove the programme", submit: "Remove the programme" },
  },
  blockers: { used: "There are consultations in this programme." },
};
