/**
 * Where files that come in lie, by prefixes, which grants go by: what strangers sent, until it is looked at; tables; scans, which no public path
 * reaches; and pictures made anew, which everybody may see.
 */
export const PLACES = {
  quarantine: "quarantine/",
  table: "tables/",
  scan: "scans/",
  picture: "media/",
} as const;

export const quarantined = (id: string): string => `${PLACES.quarantine}${id}`;

/** By what is in it: a file that is sent again in its place lies beside it. */
export const placeOf = (kind: "table" | "scan", id: string, digest: string): string =>
  `${PLACES[kind]}${id}/${digest.slice(0, 16)}`;

/** A copy of a picture, by what is in it: it never changes. */
export const copyPlace = (id: string, width: number, digest: string): string =>
  `${PLACES.picture}${id}/${width}-${digest.slice(0, 16)}.webp`;

/** The ticket whose file lies in quarantine here. */
export const idAt = (path: string): string => path.slice(PLACES.quarantine.length);
