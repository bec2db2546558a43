import type { Json } from "../../infra/local/states/asl.ts";

/** A phase of the calendar; times in milliseconds since 1970. */
export interface PaperPhase {
  readonly name: string;
  opensAt: number;
  endsAt: number;
  readonly work: "none" | "list" | "count";
}

export interface Step {
  readonly step:
    | "plan"
    | "hold"
    | "open"
    | "close"
    | "split"
    | "list-segment"
    | "list"
    | "split-to-open"
    | "open-segment"
    | "collect"
    | "count"
    | "attest";
  readonly phase?: string;
  readonly until?: string;
  readonly token?: string;
  readonly pool?: string;
  readonly segment?: number;
  readonly of?: number;
}

/** In which its box is listed. */
const SEGMENTS = [
  { segment: 0, of: 3 },
  { segment: 1, of: 3 },
  { segment: 2, of: 3 },
] as const;

/**
 * A city on paper: the calendar, what has happened (each thing once, with its time), and the two functions of the workflow
 * over them. As in the real ones the truth is here, and doing a step again changes nothing.
 */
export const createPaperCity = (
  now: () => number,
  phases: readonly PaperPhase[],
  pools: readonly string[] = [],
) => {
  const happened = new Map<string, number>();
  const tokens = new Map<string, string>();
  const paused = new Set<string>();
  const withoutKey = new Set<string>();
  const once = (what: string) => {
    if (!happened.has(what)) happened.set(what, now());
  };
  const secondsUntil = (at: number) => Math.max(0, Math.ceil((at - now()) / 1000));
  const phaseOf = (name: string | undefined): PaperPhase => {
    const phase = phases.find((one) => one.name === name);
    if (!phase) throw new Error(`No phase ${name}`);
    return phase;
  };

  /** Opens or closes a phase at its time, unless it is too early or someone has paused it. */
  const turn = (what: "opened" | "closed", name: string, at: number) => {
    if (happened.has(`${what} ${name}`)) return what;
    if (paused.has(name)) return "blocked";
    if (at > now()) return "early";
    once(`${what} ${name}`);
    return what;
  };

  const steps: Record<Step["step"], (request: Step) => Json> = {
    plan: () => {
      const next = phases.find(({ name }) => !happened.has(`closed ${name}`));
      return next
        ? { done: false, phase: next.name, seconds: secondsUntil(next.opensAt) }
        : { done: true, phase: "", seconds: 0 };
    },
    hold: ({ phase, until, token = "" }) => {
      tokens.set(`${phase} ${until}`, token);
      return {};
    },
    open: ({ phase: name }) => {
      const phase = phaseOf(name);
      const state = turn("opened", phase.name, phase.opensAt);
      const seconds = { blocked: 3600, early: secondsUntil(phase.opensAt) }[state as string];
      return { state, phase: phase.name, seconds: seconds ?? secondsUntil(phase.endsAt), work: phase.work };
    },
    close: ({ phase: name }) => {
      const phase = phaseOf(name);
      if (phase.work === "count" && !happened.has("attested"))
        return withoutKey.has(phase.name)
          ? { state: "blocked", phase: phase.name, seconds: 3600 }
          : { state: "recount", phase: phase.name, seconds: 0 };
      const state = turn("closed", phase.name, phase.endsAt);
      const seconds = { blocked: 3600, early: secondsUntil(phase.endsAt) }[state as string];
      return { state, phase: phase.name, seconds: seconds ?? 0 };
    },
    split: () => ({ segments: happened.has("listed") ? [] : SEGMENTS.map((segment) => ({ ...segment })) }),
    "list-segment": ({ segment, of }) => {
      once(`listed segment ${segment} of ${of}`);
      return {};
    },
    list: () => {
      once("listed");
      return {};
    },
    "split-to-open": () => ({
      segments:
        happened.has("collected") || withoutKey.size > 0 ? [] : SEGMENTS.map((segment) => ({ ...segment })),
    }),
    "open-segment": ({ segment, of }) => {
      once(`opened segment ${segment} of ${of}`);
      return {};
    },
    collect: () => {
      if (withoutKey.size > 0) return { state: "no-key", run: "", pools: [] };
      once("collected");
      return { state: "collected", run: "run-1", pools: [...pools] };
    },
    count: ({ pool }) => {
      once(`counted ${pool}`);
      return {};
    },
    attest: () => {
      once("attested");
      return {};
    },
  };

  return {
    phases,
    tokens,
    paused,
    /** Phases of counting for which the commission has not handed in its key. */
    withoutKey,
    run: (request: Step) => steps[request.step](request),
    /** What happened, in order, as "what at when". */
    journal: () => [...happened].map(([what, at]) => `${what} at ${new Date(at).toISOString()}`),
  };
};

export type PaperCity = ReturnType<typeof createPaperCity>;
