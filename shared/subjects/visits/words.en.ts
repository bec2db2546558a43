import type { VisitWords } from "./words.pl.ts";

export const en: VisitWords = {
  title: "Appointments at the consultation point",
  lead: "Choose a time. We send a link to confirm to your e-mail, with an entry for your calendar. One e-mail holds at most two appointments at once.",
  none: "There is no free appointment now. Come without one, or call.",
  meeting: "Appointment at the consultation point",
  seats: (count) => `free places: ${count}`,
  acts: {
    add: {
      title: "New appointments",
      hint: "Cut a day into appointments. Each is booked by itself, with a link to cancel it.",
      submit: "Add the appointments",
    },
  },
  fields: {
    startsAt: "From",
    endsAt: "To",
    minutes: "Minutes of one appointment",
    seats: "People at once",
    place: "Place",
  },
  wrong: "No appointment fits into these hours, or there are more than 60.",
};
