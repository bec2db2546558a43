import { z } from "zod";
import { type Probe, probeAt, voterAt } from "../../shared/acts/probe.ts";
import { probeCodeOf, sessionHashOf } from "../../shared/acts/voter-keys.ts";
import { NOBODYS_ADDRESS } from "../../shared/domain/mailbox.ts";
import { PROBE_VOTERS } from "../../shared/domain/voting/probe.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";

/** An answer may take as long as a voter would wait for it. */
const PATIENCE_MS = 20_000;

/** Voters that are tried, when others have voted in the same five minutes. */
const TRIES = 4;

const Session = z.object({ session: z.string() });
const Voter = z.object({ token: z.string(), voted: z.boolean() });
const Receipt = z.object({ receipt: z.string() });
const State = z.object({ state: z.literal("stored"), proof: z.null() });
const Problem = z.object({ code: z.string() });

interface Asked {
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What was promised and did not happen, in the canary's words. */
class NotTaken extends Error {}

/** Asks as anybody would, from outside; an answer of another status or shape than promised is a fault. */
const asking =
  (url: string) =>
  async <S extends z.ZodType>(
    what: string,
    path: string,
    { status, schema }: { readonly status: number; readonly schema: S },
    { method = "POST", body, headers = {} }: Asked = {},
  ): Promise<z.output<S>> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new NotTaken(`${what}: no answer (${error instanceof Error ? error.name : "unknown"})`);
    });
    const read = await answer.json().catch(() => undefined);
    const { success, data } = schema.safeParse(read);
    if (answer.status === status && success) return data;
    const { data: problem } = Problem.safeParse(read);
    throw new NotTaken(`${what}: ${answer.status}${problem ? ` ${problem.code}` : ""}, not ${status}`);
  };

/** Lets a made-up voter in, as far as they have not voted yet. */
const letIn = async (
  { id, rules, factsOf }: Probe,
  voter: number,
  ask: ReturnType<typeof asking>,
  { vault }: Pick<Deps, "vault">,
): Promise<string | undefined> => {
  const body = { ...factsOf(voter), email: NOBODYS_ADDRESS };
  const identity = `/v1/cycles/${id}/voter-sessions`;
  const { session } = await ask("identity", identity, { status: 202, schema: Session }, { body });
  const { current } = await vault.canary("codes");
  const code = probeCodeOf(current, sessionHashOf(session), rules.voterCodes.digits);
  const confirmed = await ask(
    "code",
    `${identity}/${session}/code`,
    { status: 200, schema: Voter },
    { body: { code } },
  );
  return confirmed.voted ? undefined : confirmed.token;
};

/** One vote through the front, as any voter's: in by a code, a ballot, its receipt, the same again, and no second one. */
const voteOnce = async (deps: Deps): Promise<void> => {
  const { site, vault, system } = deps;
  const now = system.now();
  const probe = await probeAt(now, site.city, vault);
  if (!probe) throw new NotTaken(`no rules are shipped for ${site.city.slug}`);
  const ask = asking(site.url);
  const random = (bytes: number): string => Buffer.from(system.random(bytes)).toString("base64url");

  let token: string | undefined;
  for (let tries = 0; token === undefined && tries < TRIES; tries++) {
    const [chance = 0] = new Uint16Array(system.random(2).slice().buffer);
    token = await letIn(probe, tries === 0 ? voterAt(now, probe) : chance % PROBE_VOTERS, ask, deps);
  }
  if (token === undefined) throw new NotTaken(`${TRIES} made-up voters in turn have voted already`);

  const bearer = token;
  const cast = <S extends z.ZodType>(what: string, key: string, status: number, schema: S) =>
    ask(
      what,
      `/v1/cycles/${probe.id}/ballots`,
      { status, schema },
      {
        body: { sections: probe.ballot },
        headers: { authorization: `Bearer ${bearer}`, "idempotency-key": key },
      },
    );
  const key = random(24);
  const { receipt } = await cast("ballot", key, 201, Receipt);
  const again = await cast("the same ballot again", key, 201, Receipt);
  if (again.receipt !== receipt) throw new NotTaken("the same ballot again has another receipt");
  await cast("a second ballot", random(24), 409, Problem);
  await ask(
    "receipt",
    `/v1/cycles/${probe.id}/receipts/${receipt}`,
    { status: 200, schema: State },
    { method: "GET" },
  );
};

export interface Voted {
  readonly taken: boolean;
  readonly milliseconds: number;
  /** What was asked, and what came in the place of what was promised. */
  readonly fault?: string;
}

/** The canary's vote, noted as kept or broken; a fault is an answer, and not thrown: the next vote is soon, and the alarm counts. */
export const vote = async (deps: Deps): Promise<Voted> => {
  const began = performance.now();
  const fault = await voteOnce(deps).then(
    () => undefined,
    (error: unknown) => (error instanceof NotTaken ? error.message : `accident: ${error}`),
  );
  const milliseconds = Math.round(performance.now() - began);
  await deps.meter.note("canary", {
    ...(fault === undefined ? { Kept: 1 } : { Broken: 1 }),
    Milliseconds: milliseconds,
  });
  if (fault !== undefined) log.error({ event: "canary/not-taken", error: fault });
  return { taken: fault === undefined, milliseconds, ...(fault !== undefined && { fault }) };
};
