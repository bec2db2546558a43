const DAY_MS = 86_400_000;

/**
 * The secrets of a deployment, one for each purpose, and for how long what one has made is still taken after it was exchanged. `names` is
 * never exchanged: things are stored under what it makes, and would be found no more (ADR 051). Receipts are asked for again with a voter's
 * token long after it has expired, so sessions overlap for longer than a vote lasts. A signature names its key: there is nothing to overlap.
 */
export const SECRETS = {
  names: { overlapMs: undefined },
  sessions: { overlapMs: 35 * DAY_MS },
  codes: { overlapMs: DAY_MS },
  links: { overlapMs: 90 * DAY_MS },
  signing: { overlapMs: 0 },
  canary: { overlapMs: 0 },
} as const satisfies Record<string, { readonly overlapMs: number | undefined }>;
export type SecretName = keyof typeof SECRETS;
export const SECRET_NAMES = Object.keys(SECRETS) as SecretName[];

/** Those without which what is stored cannot be used. The canary's votes last a night and a day, and begin anew with a fresh one. */
export const LASTING_SECRETS = SECRET_NAMES.filter((name) => name !== "canary");

/** A running system reads a secret again after so long, and a new value is used twice as long after the exchange. */
export const KNOWN_MS = 5 * 60_000;
export const LEAD_MS = 2 * KNOWN_MS;

/** The one secret that a deployment had for everything once: each of today's began as it. */
export const FORMER_SECRET = "site";
