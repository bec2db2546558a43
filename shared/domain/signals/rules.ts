/** What makes a crowd worth the commission's look. Each number has its reason; none of them voids anything. */
export const SIGNAL_RULES = {
  /** Codes for many voters went to few addresses or numbers. */
  "few-contacts": {
    voters: 20,
    votersPerContact: 3,
    reason:
      "A family on one phone is two to five people, a library has a contact for each. Twenty voters with three or more to a contact are a home for the elderly, or a farm of phones: 320 voters with 65 phones in Wrocław in 2025, 4.9 to each, kept below every limit on phones.",
  },
  /** One came after the other in even steps. */
  "even-pace": {
    voters: 20,
    slowestSeconds: 600,
    variation: 0.5,
    reason:
      "People come as they please: their gaps vary as much as they last (a coefficient of variation about 1). One person, or a program, that works down a list makes even gaps; below one half, twenty voters in a row are hardly chance. Gaps of more than ten minutes are left out: cut off at an hour, they look even by themselves.",
  },
  /** On one day, many were let in who are of exactly the same great age. */
  "same-age": {
    voters: 20,
    reason:
      "In a city of 300 000 one or two voters a day are of one exact age above 90. In Wrocław in 2025 it was 97 aged 97 within five hours: a made-up PESEL number needs a year of birth, and a program does not vary it.",
  },
} as const;

export type SignalRule = keyof typeof SIGNAL_RULES;
