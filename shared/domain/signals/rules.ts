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
  /** Many were let in from one connection on one day, whatever their contacts and their pace. */
  "one-connection": {
    voters: 100,
    reason:
      "A library or a home for the elderly lets in some dozens on a busy day. A mobile operator puts many people behind one address, and few of them live in one city and vote on one day. A hundred are an event that the city knows of, or one person with as many addresses as numbers.",
  },
  /** On one day, many were let in who are of exactly the same great age. */
  "same-age": {
    voters: 20,
    reason:
      "In a city of 300 000 one or two voters a day are of one exact age above 90. In Wrocław in 2025 it was 97 aged 97 within five hours: a made-up PESEL number needs a year of birth, and a program does not vary it.",
  },
  /** On one day, many were let in who are of a great age, whatever it is. */
  "great-age": {
    voters: 50,
    reason:
      "Of a city's people one in a hundred is 90 or older, and few of them vote over the internet: of 40 000 ballots in two weeks some ten a day. A program that varies the year of birth of its made-up PESEL numbers stays below twenty of each age, and not below fifty of them all.",
  },
  /** One clerk, at whatever points, let in more than documents can be looked at. */
  "desk-pace": {
    voters: 10,
    seconds: 300,
    reason:
      "To look at a document and at the face before it, and to type eleven digits, takes half a minute; the ballot that follows takes minutes more. A family comes together, ten voters in five minutes do not: whoever lets them in has a list of numbers and nobody in front of them.",
  },
  /** Somebody was let in at a point while the city sleeps. */
  "desk-hour": {
    fromHour: 6,
    toHour: 22,
    reason:
      "Polling stations of general elections are open from 7 to 21 (art. 39 of the Electoral Code), offices and libraries for less. With an hour to spare on either side nobody is served at a point; a clerk's account that works at night is a clerk's account to ask about.",
  },
} as const;

/** Rules about voters, and those about the clerks who let them in. */
export const DESK_RULES = ["desk-pace", "desk-hour"] as const;
export type DeskRule = (typeof DESK_RULES)[number];
export type SignalRule = Exclude<keyof typeof SIGNAL_RULES, DeskRule>;
