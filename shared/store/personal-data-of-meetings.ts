/** What of a person is kept of meetings, and what ends it: rows of the table of personal data. */

export const NOTHING = { holds: null, foundBy: "nobody" } as const;
export const OFFICE = "shows who of the office answers for a step of the vote; they act in office";

export const OF_MEETINGS = {
  meeting: NOTHING,
  agenda: NOTHING,
  roster: NOTHING,
  places: NOTHING,
  signup: {
    foundBy: "mailbox",
    holds: "name, address and telephone of somebody who signed up, and what they would like to ask",
    ttl: "30 days after the meeting",
  },
  needs: {
    foundBy: "beside",
    holds: "what helps somebody who signed up to take part, and what the office answered",
    ttl: "the day after the meeting",
  },

  minutes: { foundBy: "office", holds: "who of the office wrote the minutes of a meeting", stays: OFFICE },
  minutesVersion: {
    foundBy: "office",
    holds: "names of staff who wrote and accepted minutes; of those who came, what was said and not by whom",
    stays: OFFICE,
  },
  minutesNumber: NOTHING,
  motion: {
    foundBy: "mailbox",
    holds:
      "the address of somebody who handed in a motion, until the minutes with it are published, and a year at most",
    stays: "the motion is public with the minutes, without its author",
  },

  motionsCame: NOTHING,
  visitHeld: {
    foundBy: "beside",
    holds: "that a mailbox, as a keyed hash, has booked an appointment",
    ttl: "30 days after the appointment",
  },

  checkIn: {
    foundBy: "beside",
    holds: "that a sign-up came to a meeting, by its number, with how many people",
    ttl: "30 days after the meeting",
  },
  decision: NOTHING,
  decisionStep: NOTHING,
  decisionNumber: NOTHING,
} as const;
