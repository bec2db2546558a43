import { RULE_SETS } from "../../../shared/rulesets/index.ts";
import { SEASON_CITY } from "../../generator/season-city.ts";
import { need, type Reply } from "../client.ts";
import { verifiedGrosze } from "./expected.ts";
import type { Filed } from "./filing.ts";
import type { OpinionCourse } from "./script.ts";
import { newKey, type SeasonStage } from "./stage.ts";

/** The criterion on which verdicts on the merits rest. */
export const MERIT_CRITERION = RULE_SETS.get(SEASON_CITY.ruleSet)?.procedure?.merit[0]?.id ?? "";

/** The units of the made-up office that give opinions; who heads the second one heads the first too. */
const GREENERY = "zielen";
const INVESTMENTS = "inwestycje";

/** Whom a coordinator asks at first, and who has answered in the end. */
const ASKED: Readonly<Record<OpinionCourse, readonly string[]>> = {
  given: [GREENERY, INVESTMENTS],
  "handed-on": [INVESTMENTS],
  "sent-back": [GREENERY],
  silent: [GREENERY],
  "stood-in": [GREENERY],
};
const ANSWERED: Readonly<Record<OpinionCourse, readonly string[]>> = {
  ...ASKED,
  "handed-on": [GREENERY],
  "sent-back": [INVESTMENTS],
  silent: [],
};

/** Who of the unit writes, and who accepts: of the greenery the first is away, and leaves it to the second. */
const people = ({ system }: SeasonStage, unit: string) =>
  unit === GREENERY
    ? { writer: system.ofUnit(GREENERY, 1), second: system.ofUnit(INVESTMENTS, 0) }
    : { writer: system.ofUnit(INVESTMENTS, 1), second: system.ofUnit(INVESTMENTS, 0) };

const opinionsAt = ({ at }: SeasonStage, { id }: Filed): string => `${at.staff}/projects/${id}/opinions`;

const send = (stage: SeasonStage, path: string, token: string, body?: object): Promise<Reply> =>
  stage.client.send(`POST ${path}`, { token, key: newKey(), ...(body && { body }) });

const isMet = (reply: Reply, status: number, what: string): void => {
  if (reply.status !== status) throw new Error(`${what}: ${reply.status}`);
};

const ask = (stage: SeasonStage, filed: Filed, units: readonly string[]): Promise<unknown> =>
  need(
    send(stage, opinionsAt(stage, filed), stage.system.token("coordinator"), { units }),
    `asking units about ${filed.filing.n}`,
  );

/** The question, and what a unit does with it at once: takes it up, hands it on, or sends it back. */
export const askUnits = async (stage: SeasonStage, filed: Filed): Promise<void> => {
  const { opinion, n } = filed.filing;
  if (opinion === null) return;
  await ask(stage, filed, ASKED[opinion]);
  const path = opinionsAt(stage, filed);
  const { writer } = people(stage, INVESTMENTS);
  const first = stage.system.ofUnit(GREENERY);
  if (opinion === "handed-on") {
    const body = { to: GREENERY, note: "Zadanie dotyczy zieleni." };
    await need(send(stage, `${path}/${INVESTMENTS}/handing-on`, writer, body), `handing ${n} on`);
  }
  if (opinion === "sent-back") {
    const body = { reason: "To nie jest teren zieleni." };
    await need(send(stage, `${path}/${GREENERY}/sending-back`, first, body), `sending ${n} back`);
    await need(
      send(stage, `${path}/${GREENERY}/withdrawal`, stage.system.token("coordinator"), body),
      `taking the question about ${n} back`,
    );
    await ask(stage, filed, ANSWERED[opinion]);
  }
  if (opinion === "stood-in")
    await need(send(stage, `${path}/${GREENERY}/taking`, first), `taking the opinion about ${n} up`);
};

/** The first of the greenery is away from today on, and the second stands in. */
export const leaveToStandIn = async (stage: SeasonStage, from: string, to: string): Promise<void> => {
  const { client, system } = stage;
  const token = system.token("admin");
  const { items } = await need(client.send("GET /v1/staff/people", { token }), "the people of the office");
  const of = (name: string): { id: string; version: number } =>
    items.find((one: { name: string }) => one.name === name);
  const [away, standIn] = [of(system.nameOf(GREENERY, 0)), of(system.nameOf(GREENERY, 1))];
  await need(
    client.send(`PATCH /v1/staff/people/${away.id}`, {
      token,
      headers: { "if-match": `"v${away.version}"` },
      body: { absence: { from, to, standIn: standIn.id } },
    }),
    "an absence",
  );
};

const workOf = async (stage: SeasonStage, token: string): Promise<string> =>
  JSON.stringify((await stage.client.send("GET /v1/staff/work?whose=mine&limit=100", { token })).body.items);

/** Opinions are written by one person and accepted by another. */
export const giveOpinions = async (stage: SeasonStage, filed: Filed): Promise<void> => {
  const { filing } = filed;
  const { opinion, n, merit } = filing;
  if (opinion === null) return;
  for (const unit of ANSWERED[opinion]) {
    const path = `${opinionsAt(stage, filed)}/${unit}`;
    const { writer, second } = people(stage, unit);
    if (opinion === "stood-in" && !(await workOf(stage, writer)).includes(filed.id))
      throw new Error(`the opinion about ${n} is not on the list of who stands in`);
    const isAgainst = merit === "rejected";
    const body = {
      criteria: [
        isAgainst
          ? { id: MERIT_CRITERION, verdict: "not-met", note: "Teren należy do spółdzielni." }
          : { id: MERIT_CRITERION, verdict: "met" },
      ],
      ...(!isAgainst && { costLines: [{ name: "Wykonanie", costGrosze: verifiedGrosze(filing) }] }),
      verdict: isAgainst ? "negative" : "positive",
      reasons: "Sprawdzono na miejscu.",
    };
    await need(send(stage, path, writer, body), `the opinion about ${n}`);
    isMet(await send(stage, `${path}/acceptance`, writer), 403, `accepting one's own opinion about ${n}`);
    await need(send(stage, `${path}/acceptance`, second), `accepting the opinion about ${n}`);
  }
};

/**
 * What units verified that a proposal costs, line by line, as the coordinator's card starts from it; null where nobody gave an opinion. Of a unit that is
 * silent past its term the coordinator has work, and the card is refused until the question is taken back.
 */
export const verifiedByUnits = async (
  stage: SeasonStage,
  filed: Filed,
  card: () => Promise<Reply>,
): Promise<readonly { readonly name: string; readonly costGrosze: number }[] | null> => {
  const { opinion, n } = filed.filing;
  if (opinion === null) return null;
  const path = opinionsAt(stage, filed);
  const token = stage.system.token("coordinator");
  if (opinion === "silent") {
    const { body } = await stage.client.send("GET /v1/staff/work?whose=overdue&limit=100", { token });
    if (!JSON.stringify(body.items).includes(`${filed.id}/opinie`))
      throw new Error(`nobody learns that the opinion about ${n} is late`);
    isMet(await card(), 409, `the card of ${n} before the opinion`);
    const reason = "Termin minął, oceni koordynator.";
    await need(
      send(stage, `${path}/${GREENERY}/withdrawal`, token, { reason }),
      `taking the question about ${n} back`,
    );
    return null;
  }
  const { opinions } = await need(stage.client.send(`GET ${path}`, { token }), `the opinions about ${n}`);
  return opinions.find(({ state }: { state: string }) => state === "accepted")?.costLines ?? null;
};
