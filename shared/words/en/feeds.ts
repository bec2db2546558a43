import { formatsOf } from "../format.ts";
import type { feeds as polish } from "../pl/feeds.ts";

const f = formatsOf("en-GB");

export const feeds: typeof polish = {
  cancelled: "Cancelled",
  meetings: (place) => `Meetings: ${place}`,
  begins: (edition, phase) => `${phase}: begins (${edition})`,
  ends: (edition, phase, at) => `${phase}: ends ${f.deadline(at)} (${edition})`,
  subscribe: "Follow the meetings in your calendar",
  download: "Download the meetings as an ICS file",
  edition: "Add the dates of this edition to a calendar",
};
