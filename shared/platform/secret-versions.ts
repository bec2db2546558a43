/**
 * A secret that is exchanged without a cut: the new one is known everywhere before anything is made with it, and what the one before has made
 * is taken for as long as it overlaps. Kept as `{"current":{"value","from"},"previous":{"value","until"}}`, or, before it was ever exchanged,
 * as its value alone. Times are RFC 3339.
 */
interface Version {
  readonly value: string;
  /** Milliseconds: from when on things are made with it, and until when what it made is taken. */
  readonly from: number;
  readonly until: number;
}

interface Kept {
  readonly current: { readonly value: string; readonly from: string };
  readonly previous?: { readonly value: string; readonly until: string };
}

/** The newest first. */
const versionsIn = (text: string): Version[] => {
  if (!text.startsWith("{")) return [{ value: text, from: -Infinity, until: Infinity }];
  const { current, previous }: Kept = JSON.parse(text);
  if (!current?.value || !(Date.parse(current.from) > 0)) throw new Error("a secret cannot be read");
  return [
    { value: current.value, from: Date.parse(current.from), until: Infinity },
    ...(previous ? [{ value: previous.value, from: -Infinity, until: Date.parse(previous.until) }] : []),
  ];
};

/** The value that things are made with at a moment, and after it the others whose things are taken. */
export const valuesAt = (text: string, now: number): readonly [string, ...string[]] => {
  const alive = versionsIn(text).filter(({ until }) => now < until);
  const making = alive.find(({ from }) => from <= now) ?? alive[0];
  if (!making) throw new Error("a secret has no value");
  return [making.value, ...alive.filter((one) => one !== making).map(({ value }) => value)];
};

interface Exchange {
  readonly now: number;
  /** The new value. */
  readonly fresh: string;
  /** From when on things are made with it: by then everybody has read it. */
  readonly leadMs: number;
  /** For how long after that what was made before is taken; none where the value has leaked. */
  readonly overlapMs: number | undefined;
}

/** The secret with a new value. Throws while the value before the last still overlaps: two of them are known, not three. */
export const exchanged = (text: string, { now, fresh, leadMs, overlapMs }: Exchange): string => {
  const moment = (ms: number): string => new Date(ms).toISOString();
  if (overlapMs === undefined)
    return JSON.stringify({ current: { value: fresh, from: moment(now) } } satisfies Kept);
  const [current, previous] = versionsIn(text);
  if (!current) throw new Error("a secret has no value");
  if (previous && now < previous.until)
    throw new Error(
      `what it was before is taken until ${moment(previous.until)}: wait, or say that it has leaked`,
    );
  return JSON.stringify({
    current: { value: fresh, from: moment(now + leadMs) },
    previous: { value: current.value, until: moment(now + leadMs + overlapMs) },
  } satisfies Kept);
};
