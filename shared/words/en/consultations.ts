import { formatsOf } from "../format.ts";
import type { Words } from "../words.ts";

const f = formatsOf("en-GB");

export const consultations: Words["consultations"] = {
  title: "Consultations",
  lead: "What the city is deciding now, and how you can have your say.",
  none: "There are no consultations now. See the meetings, or come back later.",
  meetings: "See the meetings",
  statuses: { draft: "draft", announced: "announced", open: "open", ended: "ended" },
  kinds: {
    formal: ["Public consultation", "A formal consultation with residents."],
    ngo: [
      "Consultation with organisations",
      "A consultation of draft local law with non-governmental organisations.",
    ],
    dialogue: ["Dialogue", "A talk with residents. It is not a formal consultation."],
  },
  forms: {
    online: "online form",
    email: "e-mail",
    paper: "paper form",
    survey: "survey",
    meeting: "meeting",
    workshop: "workshop",
    walk: "research walk",
    "info-point": "information point",
  },
  citywide: "the whole city",
  dates: (startsAt, endsAt) => `${f.moment(startsAt)} – ${f.deadline(endsAt)}`,
  terms: { kind: "Kind", dates: "Dates", territory: "Area", forms: "How to take part" },
  decided: "What is to be decided",
  fixed: "What is not open to change",
  meetingsHeading: "Meetings",
  noMeetings: "This consultation has no meetings yet.",
};
