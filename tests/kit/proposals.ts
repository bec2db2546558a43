import { holderOf } from "../../infra/keys/prove.ts";
import type { Phase } from "../../shared/domain/cycle/phases.ts";
import type { RuleSet } from "../../shared/domain/rule-set.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";
import { bringKeys } from "./commission-keys.ts";
import { type Answer, newKey, type Place } from "./place.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface CallParts {
  readonly ruleSet: string | RuleSet;
  readonly pools: readonly { readonly id: string; readonly amountGrosze: number }[];
}

const KATOWICE_CALL: CallParts = {
  ruleSet: "katowice-xii",
  pools: [
    { id: "M", amountGrosze: 300_000_000 },
    { id: "L13", amountGrosze: 60_000_000 },
  ],
};

const KATOWICE_XII = RULE_SETS.get("katowice-xii");
if (!KATOWICE_XII) throw new Error("rules are missing");
const TWO = { kind: "fixed", number: 2 } as const;

/** The same call, in which two supporters are enough everywhere, who sign by name and address. */
export const ASKS_FOR_TWO: CallParts = {
  ...KATOWICE_CALL,
  ruleSet: { ...KATOWICE_XII, supportBy: "name-and-address", supporters: { citywide: TWO, district: TWO } },
};

const NONE = { kind: "fixed", number: 0 } as const;

/** The same call, in which nobody has to support a proposal. */
export const ASKS_FOR_NONE: CallParts = {
  ...KATOWICE_CALL,
  ruleSet: { ...KATOWICE_XII, supporters: { citywide: NONE, district: NONE } },
};

/** A cycle whose call for proposals has just opened and lasts two days; the vote follows after ten. */
export const openCall = async (
  place: Place,
  { ruleSet, pools }: CallParts = KATOWICE_CALL,
): Promise<string> => {
  const [ballots, links] = [createKeyPair(), createKeyPair()];
  const now = place.clock.now();
  const at = (ms: number): string => new Date(now + ms).toISOString();
  const made = await place.call("POST /v1/staff/cycles", {
    token: await place.staff("coordinator"),
    key: true,
    body: {
      name: "Budżet Obywatelski 2025",
      ruleSet,
      calendar: [
        { name: "submission", startsAt: at(-HOUR_MS), endsAt: at(2 * DAY_MS) },
        { name: "formal-review", startsAt: at(2 * DAY_MS), endsAt: at(4 * DAY_MS) },
        { name: "merit-review", startsAt: at(4 * DAY_MS), endsAt: at(6 * DAY_MS) },
        { name: "voting", startsAt: at(10 * DAY_MS), endsAt: at(11 * DAY_MS) },
      ],
      pools,
    },
  });
  if (made.status !== 201) throw new Error(made.text);
  // A key that is brought while the call opens has the step that opens it tried again, some seconds later.
  await place.settle();
  await bringKeys(place, made.body.id, { ballots: holderOf(ballots), links: holderOf(links) });
  await place.settle();
  return made.body.id;
};

export const proposalBody = (more: object = {}) => ({
  pool: "L13",
  title: "Ławki i źródełko w parku",
  description: "Pięć ławek.\n\nJedno źródełko z wodą.",
  place: "Park przy ul. Markiefki",
  estimatedCostGrosze: 3_200_000,
  author: { name: "Łucja Żak", email: "lucja@example.com", isNamePublic: true },
  ...more,
});

/** The path that a letter's button leads to. */
export const pathInLetter = (letter: { readonly text: string } | undefined): string => {
  const url = /https?:\/\/\S+\/(?:en\/)?(?:zglos|moje|poparcie)\/\S+/.exec(letter?.text ?? "")?.[0];
  if (url === undefined) throw new Error(`no link in: ${letter?.text}`);
  return new URL(url).pathname;
};

/** The latest letter to an address whose subject says this. */
export const letterAbout = async (place: Place, to: string, subject: RegExp) => {
  await place.settle();
  return place.mailbox.mails("0", to).findLast((mail) => subject.test(mail.subject));
};

/** A proposal through the API, with its author's click: its id, number and the path of the author's page. */
export const propose = async (place: Place, cycleId: string, more: object = {}) => {
  const body = proposalBody(more);
  const sent = await place.call(`POST /v1/cycles/${cycleId}/proposals`, { body, key: newKey() });
  if (sent.status !== 201) throw new Error(sent.text);
  const path = pathInLetter(await letterAbout(place, body.author.email, /^Potwierdź swój wniosek/));
  const confirmed = await place.call(`POST ${path}`, { form: {} });
  if (confirmed.status !== 303) throw new Error(confirmed.text);
  const shown = await place.call(`GET /v1/cycles/${cycleId}/projects/${sent.body.id}`);
  return { id: String(sent.body.id), number: String(shown.body.number), path };
};

/** A draft that is begun by the mailed link: the path of its author's page. */
export const beginDraft = async (place: Place, cycleId: string, email: string): Promise<string> => {
  await place.call("POST /zglos", { form: { cycle: cycleId, email, key: newKey() } });
  const link = pathInLetter(await letterAbout(place, email, /link do formularza/i));
  const begun = await place.call(`POST ${link}`, { form: { key: newKey() } });
  if (begun.status !== 303) throw new Error(begun.text);
  return begun.headers.get("location") ?? "";
};

/** What is typed on each page of a draft. */
export const PARTS = {
  pomysl: { title: "Boisko przy szkole", description: "Nowa nawierzchnia." },
  miejsce: { pool: "L13" },
  koszt: {
    "lines-0-name": "Nawierzchnia",
    "lines-0-quantity": "1",
    "lines-0-unit": "szt.",
    "lines-0-price": "12 500",
  },
  dane: { name: "Łucja Żak" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Saves pages of a draft as they stand, over whatever was there. */
export const savePart = async (
  place: Place,
  draft: string,
  part: string,
  fields: Readonly<Record<string, string>>,
) => {
  const { text } = await place.call(`GET ${draft}/czesc/${part}`);
  const times = /name="times" value="(\d+)"/.exec(text)?.[1] ?? "";
  return place.call(`POST ${draft}/czesc/${part}`, { form: { times, ...fields } });
};

/** Moves the clock to the opening of a phase of a cycle's calendar. Holds are whole seconds long: it may open up to one after its time. */
export const enterPhase = async (place: Place, cycleId: string, phase: Phase): Promise<void> => {
  const { body } = await place.call(`GET /v1/cycles/${cycleId}`);
  const entry = body.calendar.find(({ name }: { name: string }) => name === phase);
  await place.clock.moveTo((now) => Math.max(now, Date.parse(entry.startsAt) + 1000));
  await place.settle();
};

/** So many residents confirm their support by the mailed links; without a number, as many as are needed. */
export const gatherSupport = async (
  place: Place,
  cycleId: string,
  projectId: string,
  count?: number,
): Promise<void> => {
  const path = `/v1/cycles/${cycleId}/projects/${projectId}`;
  const { body } = await place.call(`GET ${path}`);
  const emails = Array.from(
    { length: count ?? body.supportersNeeded },
    (_, n) => `supporter-${body.supporters + n}@example.com`,
  );
  for (const [n, email] of emails.entries()) {
    const nth = body.supporters + n;
    const asked = await place.call(`POST /v1/cycles/${cycleId}/proposals/${projectId}/supports`, {
      body: { name: `Jan ${nth}`, address: `ul. Mariacka ${nth}`, email },
    });
    if (asked.status !== 202) throw new Error(asked.text);
  }
  await place.settle();
  for (const email of emails) {
    const link = pathInLetter(place.mailbox.mails("0", email).at(-1));
    const counted = await place.call(`POST ${link}`, { form: {} });
    if (counted.status !== 200) throw new Error(counted.text);
  }
};

type Stage = "formal" | "merit";
type Result = "accepted" | "rejected" | "to-correct";

interface Filling {
  readonly stage?: Stage;
  /** Which of its role. */
  readonly n?: number;
  readonly note?: string;
  readonly costGrosze?: number;
}

/** What a criterion says that is not met. */
export const NOTE = "Brak listy poparcia";

/** A card with every criterion met but for the one that makes its result. */
export const cardBody = async (
  place: Place,
  path: string,
  result: Result,
  { note = NOTE, costGrosze = 100_000 }: Pick<Filling, "note" | "costGrosze"> = {},
) => {
  const { body } = await place.call(`GET ${path}`, { token: await place.staff("auditor") });
  const all: { id: string; correctable: boolean }[] = body.criteria;
  const odd = result === "accepted" ? undefined : all.find(({ correctable }) => correctable);
  const verdict = result === "rejected" ? "not-met" : result;
  return {
    criteria: all.map(({ id }) => (id === odd?.id ? { id, verdict, note } : { id, verdict: "met" })),
    result,
    ...(path.endsWith("merit-check") &&
      result === "accepted" && { costLines: [{ name: "Całość", costGrosze }], holder: "Szkoła nr 5" }),
  };
};

/** One person fills the card of a proposal in. */
export const fillCard = async (
  place: Place,
  [cycleId, id]: readonly [string, string],
  result: Result,
  { stage = "formal", n = 0, ...said }: Filling = {},
): Promise<Answer> => {
  const path = `/v1/staff/cycles/${cycleId}/projects/${id}/${stage}-check`;
  return place.call(`POST ${path}`, {
    token: await place.staff(stage === "formal" ? "verifier" : "coordinator", n),
    body: await cardBody(place, path, result, said),
  });
};

/** Another person accepts it. */
export const acceptCard = async (
  place: Place,
  [cycleId, id]: readonly [string, string],
  { stage = "formal", n = 1 }: { readonly stage?: Stage; readonly n?: number } = {},
): Promise<Answer> =>
  place.call(`POST /v1/staff/cycles/${cycleId}/projects/${id}/${stage}-check/acceptance`, {
    token: await place.staff("verifier", n),
  });

/** Two people publish a list of verdicts. */
export const publish = async (place: Place, cycleId: string, list: Stage | "appeals"): Promise<void> => {
  const path = `POST /v1/staff/cycles/${cycleId}/publications`;
  const proposed = await place.call(path, { token: await place.staff("coordinator"), body: { list } });
  if (proposed.status !== 202) throw new Error(proposed.text);
  const done = await place.call(`${path}/acceptance`, { token: await place.staff("coordinator", 1) });
  if (done.body.state !== "accepted") throw new Error(done.text);
  await place.settle();
};

/** Takes proposals through a stage: each card by two, and then the list of all of them. */
export const decideStage = async (
  place: Place,
  cycleId: string,
  results: Readonly<Record<string, "accepted" | "rejected">>,
  stage: Stage = "formal",
): Promise<void> => {
  for (const [id, result] of Object.entries(results)) {
    const filled = await fillCard(place, [cycleId, id], result, { stage });
    if (filled.status !== 202) throw new Error(filled.text);
    const accepted = await acceptCard(place, [cycleId, id], { stage });
    if (accepted.body.state !== "accepted") throw new Error(accepted.text);
  }
  await publish(place, cycleId, stage);
};

/** The header of a staff member's session on pages. */
export const officeCookie = async (place: Place, role: "coordinator" | "verifier", n = 0) => ({
  cookie: `staff=${await place.staff(role, n)}`,
});
