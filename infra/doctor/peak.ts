/*
 * The curve of a vote (docs/decisions/055-the-peak-of-a-vote.md): who may vote, how many do, and how many of them come at once. It errs upwards.
 */

/** Of those who may vote this share does: that of the liveliest Polish cities. */
const TURNOUT = 0.25;
/** Of all who vote this share comes in the busiest hour, which is the last one. */
const BUSIEST_HOUR = 0.1;
/** Of all who vote this share comes on the busiest day, which is the last one. */
const BUSIEST_DAY = 0.5;
/** In the busiest second of that hour come this many times as many as in its mean. */
const BURST = 3;
/**
 * Write units of one vote from a public network, through pages and with both its letters, by what takes them: `npm run bench -- --only units` prints
 * those of its three requests, and each form counts two more.
 */
const WRITE_UNITS = { main: 40, ballots: 4, pending: 6 };
/** Requests of one voter from the first page to the receipt, and how long a function is busy with one, in seconds. */
const REQUESTS = 12;
const BUSY_SECONDS = 0.15;

/** What a vote asks for at its peak, where so many may vote. */
export const peakOf = (people: number) => {
  const votersASecond = ((people * TURNOUT * BUSIEST_HOUR) / 3600) * BURST;
  return {
    votersASecond: Math.ceil(votersASecond),
    /** Write units a second, of the tables and of the index of what is pending. */
    writeUnits: {
      main: Math.ceil(votersASecond * WRITE_UNITS.main),
      ballots: Math.ceil(votersASecond * WRITE_UNITS.ballots),
      pending: Math.ceil(votersASecond * WRITE_UNITS.pending),
    },
    /** Functions that run at once. */
    concurrency: Math.ceil(votersASecond * REQUESTS * BUSY_SECONDS),
    /** On the busiest day: a code and a confirmation each. */
    lettersADay: Math.ceil(people * TURNOUT * BUSIEST_DAY * 2),
    lettersASecond: Math.ceil(votersASecond * 2),
  };
};
export type Peak = ReturnType<typeof peakOf>;
