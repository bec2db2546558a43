import { RULE_SETS } from "../../../shared/rulesets/index.ts";
import { SEASON_CITY } from "../../generator/season-city.ts";
import { need, type Reply } from "../client.ts";
import { verifiedGrosze } from "./expected.ts";
import type { Filed } from "./filing.ts";
import { MERIT_CRITERION, verifiedByUnits } from "./opinions.ts";
import type { Filing, FormalCourse } from "./script.ts";
import { newKey, type SeasonStage } from "./stage.ts";

/** What is wrong with a proposal that is checked, by the edition's criteria. */
interface Finding {
  readonly criterion: string;
  readonly verdict: "not-met" | "to-correct";
  readonly note: string;
}

const FINDINGS: Readonly<Record<Exclude<FormalCourse, "accepted" | "corrected">, Finding>> = {
  "corrected-in-vain": {
    criterion: "form",
    verdict: "not-met",
    note: "Poprawiony formularz nadal nie ma podpisu.",
  },
  unanswered: { criterion: "form", verdict: "not-met", note: "Na wezwanie nikt nie odpowiedział." },
  rejected: { criterion: "author", verdict: "not-met", note: "Autor napisał, że mieszka w Sosnowcu." },
  "too-few-supporters": { criterion: "supporters", verdict: "not-met", note: "Brakuje dwóch podpisów." },
  "filed-twice": { criterion: "twice", verdict: "not-met", note: "Ten sam autor złożył go już wcześniej." },
};

const CALL: Finding = { criterion: "form", verdict: "to-correct", note: "Prosimy dopisać numer działki." };

/** What the author adds when called. */
const ADDED = "Działka nr 12/3.";

const isCalled = (course: FormalCourse): boolean =>
  course === "corrected" || course === "corrected-in-vain" || course === "unanswered";

export type Stage = "formal" | "merit";

const PROCEDURE = RULE_SETS.get(SEASON_CITY.ruleSet)?.procedure;
const criteriaOf = (of: Stage): string[] => (PROCEDURE?.[of] ?? []).map(({ id }) => id);

/** What is found against a proposal on its merits. */
const AGAINST: Finding = {
  criterion: MERIT_CRITERION,
  verdict: "not-met",
  note: "Teren należy do spółdzielni, która nie zgodziła się na zadanie.",
};

/** The criterion on which a verdict rests that is appealed against. */
export const failedOn = ({ formal }: Filing, of: Stage): string =>
  of === "merit" ? AGAINST.criterion : (findingOf(formal)?.criterion ?? "");

/** A card with everything met but what was found. */
const cardOf = (of: Stage, finding: Finding | null) => ({
  criteria: criteriaOf(of).map((id) =>
    id === finding?.criterion ? { id, verdict: finding.verdict, note: finding.note } : { id, verdict: "met" },
  ),
  result: finding === null ? "accepted" : finding.verdict === "to-correct" ? "to-correct" : "rejected",
});

const ROLES = { formal: "verifier", merit: "coordinator" } as const;

/** The clerks of a check: who fills a card in, and who accepts it. */
const hands = ({ system }: SeasonStage, { filing }: Filed, of: Stage = "formal") => ({
  first: system.token(ROLES[of], filing.n % 2),
  second: system.token(ROLES[of], (filing.n + 1) % 2),
});

const checkAt = ({ at }: SeasonStage, { id }: Filed, of: Stage = "formal"): string =>
  `${at.staff}/projects/${id}/${of}-check`;

const fill = (stage: SeasonStage, filed: Filed, token: string, finding: Finding | null): Promise<Reply> =>
  stage.client.send(`POST ${checkAt(stage, filed)}`, {
    token,
    key: newKey(),
    body: cardOf("formal", finding),
  });

/** Of two who send a card at one moment one is first, and the other is told. */
const race = async (stage: SeasonStage, filed: Filed): Promise<void> => {
  const { first, second } = hands(stage, filed);
  const replies = await Promise.all([fill(stage, filed, first, null), fill(stage, filed, second, null)]);
  const statuses = replies.map(({ status }) => status).sort();
  if (statuses[0] !== 202 || (statuses[1] !== 409 && statuses[1] !== 412))
    throw new Error(`two cards of ${filed.filing.n} at one moment: ${statuses.join(" and ")}`);
};

/** Somebody else accepts a card; whoever filled it in cannot. */
const acceptCard = async (stage: SeasonStage, filed: Filed, of: Stage = "formal"): Promise<void> => {
  const { client } = stage;
  const { first, second } = hands(stage, filed, of);
  const path = `POST ${checkAt(stage, filed, of)}/acceptance`;
  const own = await client.send(path, { token: first, key: newKey() });
  // Of a card that two sent, either may have been first.
  const isRaced = of === "formal" && filed.filing.isRaced;
  if (!isRaced && own.status !== 403)
    throw new Error(`accepting one's own card of ${filed.filing.n}: ${own.status}`);
  if (own.status === 403)
    await need(
      client.send(path, { token: second, key: newKey() }),
      `accepting the card of ${filed.filing.n}`,
    );
};

const giveBack = (stage: SeasonStage, filed: Filed) =>
  need(
    stage.client.send(`POST ${checkAt(stage, filed)}/refusal`, {
      token: hands(stage, filed).second,
      key: newKey(),
      body: { reason: "Karta wymaga ponownego sprawdzenia." },
    }),
    `giving the card of ${filed.filing.n} back`,
  );

/** The first look at a proposal: a verdict that another accepts, or a call to its author. */
export const firstCheck = async (stage: SeasonStage, filed: Filed): Promise<void> => {
  const { formal, isReturned, isRaced, n } = filed.filing;
  const { first } = hands(stage, filed);
  if (isRaced) await race(stage, filed);
  else {
    const finding = isCalled(formal) ? CALL : findingOf(isSwapped(stage, filed) ? "rejected" : formal);
    await need(fill(stage, filed, first, finding), `the card of ${n}`);
  }
  if (isCalled(formal)) return;
  if (isReturned) {
    await giveBack(stage, filed);
    await need(fill(stage, filed, first, findingOf(formal)), `the card of ${n}, anew`);
  }
  await acceptCard(stage, filed);
};

const findingOf = (course: FormalCourse): Finding | null =>
  course === "accepted" || course === "corrected" ? null : FINDINGS[course];

/** Where a verdict is swapped, it is that of the first which only one person looks at. */
const isSwapped = ({ plant, script }: SeasonStage, { filing }: Filed): boolean =>
  plant === "verdict" &&
  filing ===
    script.filings.find(
      ({ formal, isLate, isRaced, withdrawal }) =>
        formal === "accepted" && !isLate && !isRaced && withdrawal === null,
    );

/** Authors who were called answer by their link; for those without a mailbox a clerk keys what came on paper. */
export const answerCall = async (stage: SeasonStage, filed: Filed): Promise<void> => {
  const { client, at, system } = stage;
  const { filing, id, authorPath } = filed;
  const body = { changes: { description: `${filing.description} ${ADDED}` } };
  const answer =
    authorPath === null
      ? client.send(`POST ${at.staff}/projects/${id}/corrections`, {
          token: system.token("clerk", filing.n % 2),
          key: newKey(),
          body,
        })
      : client.send(`POST ${at.public}/proposals/${id}/corrections`, {
          key: newKey(),
          body: { ...body, proof: authorPath.split("/").at(-1) },
        });
  await need(answer, `the answer of ${filing.n}`);
};

/** The second look, after the answer or the end of the term. */
export const lastCheck = async (stage: SeasonStage, filed: Filed): Promise<void> => {
  const { formal, n } = filed.filing;
  await need(fill(stage, filed, hands(stage, filed).first, findingOf(formal)), `the last card of ${n}`);
  await acceptCard(stage, filed);
};

/** What a project is worth and costs: a coordinator's card, which another accepts. */
export const checkMerits = async (stage: SeasonStage, filed: Filed): Promise<void> => {
  const { filing } = filed;
  const isRejected = filing.merit === "rejected";
  const token = hands(stage, filed, "merit").first;
  const send = (costLines: readonly object[]): Promise<Reply> => {
    const more = !isRejected && { costLines, holder: "Zarząd Zieleni Miejskiej", years: 1 };
    const body = { ...cardOf("merit", isRejected ? AGAINST : null), ...more };
    return stage.client.send(`POST ${checkAt(stage, filed, "merit")}`, { token, key: newKey(), body });
  };
  const own = [{ name: "Wykonanie", costGrosze: verifiedGrosze(filing) }];
  const byUnits = await verifiedByUnits(stage, filed, () => send(own));
  await need(send(byUnits ?? own), `the merit card of ${filing.n}`);
  await acceptCard(stage, filed, "merit");
};

export const wasCalled = ({ filing }: Filed): boolean => isCalled(filing.formal);

/** Two coordinators publish a list of verdicts. */
export const publish = async ({ client, at, system }: SeasonStage, list: string): Promise<void> => {
  const path = `POST ${at.staff}/publications`;
  const proposed = client.send(path, { token: system.token("coordinator"), key: newKey(), body: { list } });
  await need(proposed, `proposing the list ${list}`);
  const own = await client.send(`${path}/acceptance`, { token: system.token("coordinator") });
  if (own.status !== 403) throw new Error(`publishing the list ${list} alone: ${own.status}`);
  await need(
    client.send(`${path}/acceptance`, { token: system.token("coordinator", 1) }),
    `publishing the list ${list}`,
  );
};
