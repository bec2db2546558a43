/** Paths of the office's pages that more than one page leads to, without the language. */
export const STAFF_HOME = "/urzad";
export const SIGN_IN = "/urzad/zaloguj";
export const SIGN_OUT = "/urzad/wyloguj";

/** The way to sign in that comes back to where one was. */
export const signInTo = (path: string): string => `${SIGN_IN}?${new URLSearchParams({ do: path })}`;

/** Voting points: all of them, one, and a batch of its paper cards. */
export const POINTS_DESK = "/urzad/punkty";
export const pointPath = (cycleId: string, point: string, more = ""): string =>
  `${POINTS_DESK}/${cycleId}/${point}${more && `/${more}`}`;
export const batchPath = (cycleId: string, batchId: string, card?: number | "liczba"): string =>
  `/urzad/partie/${cycleId}/${batchId}${card === undefined ? "" : `/${card}`}`;

/** A page of one edition: `editionPath(id)`, `editionPath(id, "daty/voting")`. */
export const editionPath = (cycleId: string, more = ""): string =>
  `/urzad/edycje/${cycleId}${more && `/${more}`}`;
