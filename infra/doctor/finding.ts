/** One line of what the doctor says. */
export interface Finding {
  /** `unknown` is no fault: it could not be looked at from here. */
  readonly state: "ok" | "fault" | "unknown";
  /** What was looked at, and what was seen. */
  readonly what: string;
  /** What to do about it; a fault always has it. */
  readonly todo?: string;
}

export const fine = (what: string): Finding => ({ state: "ok", what });
export const fault = (what: string, todo: string): Finding => ({ state: "fault", what, todo });
export const unknown = (what: string, todo?: string): Finding => ({
  state: "unknown",
  what,
  ...(todo !== undefined && { todo }),
});

const SIGN = { ok: "ok     ", fault: "FAULT  ", unknown: "?      " } as const;

export const lineOf = ({ state, what, todo }: Finding): string =>
  `${SIGN[state]}${what}${todo === undefined ? "" : `\n       → ${todo}`}`;

/** A look that throws is a finding of its own: one that fails hides no other. */
export const looked = async (
  what: string,
  look: () => Promise<Finding | Finding[]> | Finding | Finding[],
) => {
  try {
    return [await look()].flat();
  } catch (error) {
    return [
      fault(`${what}: ${error instanceof Error ? error.message : String(error)}`, "See why, and look again."),
    ];
  }
};
