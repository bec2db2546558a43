/** How many letters the sender may send in a day, and how many of the last 24 hours there are already. */
export interface LettersToday {
  /** Negative where there is no limit, as SES tells it. */
  readonly most: number;
  readonly sent: number;
}

/** Of a day's letters, what is left for codes alone: without one nobody votes, all else can be told tomorrow. */
const CODES_SHARE = 0.3;

/** Whether a letter that carries no code may still go today. */
export const hasRoomBesideCodes = ({ most, sent }: LettersToday): boolean =>
  most < 0 || sent < Math.floor(most * (1 - CODES_SHARE));
