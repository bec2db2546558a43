/** Of residents of a city this share votes in a participatory budget: that of the liveliest Polish cities, so that the reckoning errs upwards. */
const TURNOUT = 0.25;
/** Of all who vote this share comes in the busiest hour, which is the last one. */
const BUSIEST_HOUR = 0.1;
/** Of all who vote this share comes on the busiest day, which is the last one. */
const BUSIEST_DAY = 0.5;
/** In the busiest second of that hour come this many times as many as in its mean. */
const BURST = 3;
/** Write units of one vote from a public network, on the main table with its indexes: identity, code, ballot, receipt. */
const WRITE_UNITS = 40;
/** Requests of one voter from the first page to the receipt, and how long a function is busy with one, in seconds. */
const REQUESTS = 12;
const BUSY_SECONDS = 0.15;

/** What a vote asks for at its peak, of a city with so many residents. */
export const peakOf = (residents: number) => {
  const votersASecond = ((residents * TURNOUT * BUSIEST_HOUR) / 3600) * BURST;
  return {
    votersASecond: Math.ceil(votersASecond),
    /** Write units a second, of the main table. */
    writeUnits: Math.ceil(votersASecond * WRITE_UNITS),
    /** Functions that run at once. */
    concurrency: Math.ceil(votersASecond * REQUESTS * BUSY_SECONDS),
    /** On the busiest day: a code and a confirmation each. */
    lettersADay: Math.ceil(residents * TURNOUT * BUSIEST_DAY * 2),
    lettersASecond: Math.ceil(votersASecond * 2),
  };
};
export type Peak = ReturnType<typeof peakOf>;
