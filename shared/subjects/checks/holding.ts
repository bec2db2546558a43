/** Whose a card is: whoever takes it, whom the coordinator gives it to, and everybody's again once it is handed back. A hint, and no lock. */
import { z } from "zod";
import { PersonId } from "../../domain/office/directory.ts";
import { workOfProject } from "../../domain/office/edition-work.ts";
import type { Role } from "../../domain/office/roles.ts";
import { notValid, refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { dayOf } from "../../domain/time.ts";
import { personChoices } from "../../pages/office/people.ts";
import { waits } from "../../store/work.ts";
import type { Write } from "../../store/write.ts";
import type { Doing, Looking } from "../declared.ts";
import { formOf } from "../form-of.ts";
import { ownProposal } from "../own-proposal.ts";
import { toAccept } from "./calling.ts";
import type { Checked } from "./filling.ts";
import { said } from "./pages.ts";
import type { Card, Held } from "./rules.ts";
import { openChecks, takenUp } from "./store.ts";

export const OPEN = ["assigned", "answered", "unanswered", "to-accept"] as const;

/** Whose the next step is: one fills a card in, another one of either role accepts it. */
const rolesFor = ({ stage, state }: Card): readonly Role[] => {
  if (state === "to-accept") return ["verifier", "coordinator"];
  return stage === "formal" ? ["verifier"] : ["coordinator"];
};

/** Who filled a card in does not accept it. */
export const barred = ({ state, filled }: Card): string | undefined =>
  state === "to-accept" ? filled?.by : undefined;

export const isTheirs = (
  card: Card,
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
) => id !== barred(card) && rolesFor(card).some((role) => roles.includes(role));

/** The card with whoever holds it now, and as their work. */
const holding = async (
  held: Held | undefined,
  { thing, by, deps }: Doing<Checked>,
  record: Write,
): Promise<Result<Checked>> => {
  const { card, cycle, project } = thing;
  const next: Card = { ...card, held };
  const at = by.receivedAt;
  const work =
    card.state === "to-accept"
      ? await toAccept(next, thing, at, deps)
      : workOfProject(project, cycle, at, held);
  const also = card.version === 0 ? [record, takenUp(project)] : [record];
  const saved = await openChecks(deps.store.table).save(next, also, work && waits(work));
  return saved.ok ? ok({ ...thing, card: saved.value, version: saved.value.version }) : saved;
};

const mayRelease = ({ thing: { card }, by }: Looking<Checked>): boolean =>
  card.held !== undefined && (card.held.by === by.actor.id || by.actor.roles.includes("coordinator"));

const GiveTo = z.strictObject({ person: PersonId });

const allHold = { from: OPEN, guards: ["phase"] as const, kind: "second" as const };

export const hold = {
  take: {
    ...allHold,
    name: "take" as const,
    guards: ["phase", "author"] as const,
    isOffered: ({ thing: { card }, by }: Looking<Checked>) =>
      card.held?.by !== by.actor.id && isTheirs(card, by.actor),
    notBy: ({ card }: Checked) => barred(card),
    does: async (_: unknown, doing: Doing<Checked>): Promise<Result<Checked>> => {
      const { thing, by, record } = doing;
      const { actor, receivedAt: at } = by;
      const { card } = thing;
      if (card.held?.by === actor.id) return ok(thing);
      if (!isTheirs(card, actor)) return refused(refusal("identity/role", { needed: rolesFor(card) }));
      const facts = { before: card.held?.byName ?? null };
      return holding({ by: actor.id, byName: actor.name, at }, doing, record(facts));
    },
  },
  give: {
    ...allHold,
    name: "give" as const,
    asks: {
      form: formOf(GiveTo),
      words: (frame: Parameters<typeof said>[0]) => {
        const w = said(frame).give;
        return { person: { label: w.person, hint: w.personHint } };
      },
      choices: async ({ thing: { card }, by, deps }: Looking<Checked>) => {
        const staff = await deps.store.directory.staff();
        const able = staff.filter((one) => isTheirs(card, one));
        return { person: personChoices(by, able, staff, dayOf(by.receivedAt)) };
      },
    },
    does: async ({ person }: z.output<typeof GiveTo>, doing: Doing<Checked>): Promise<Result<Checked>> => {
      const { thing, by, record, deps } = doing;
      const { card } = thing;
      if (card.held?.by === person) return ok(thing);
      const found = await deps.store.directory.person(person);
      const asThem = { by: { ...by, actor: { ...by.actor, id: person } }, deps };
      if (!found || !isTheirs(card, found) || (await ownProposal([thing.project], asThem)))
        return refused(notValid([{ pointer: "/person", rule: "choice" }]));
      const { actor, receivedAt: at } = by;
      const held = { by: found.id, byName: found.name, at, givenBy: actor.name };
      return holding(held, doing, record({ to: found.name, before: card.held?.byName ?? null }));
    },
  },
  release: {
    ...allHold,
    name: "release" as const,
    isOffered: mayRelease,
    does: async (_: unknown, doing: Doing<Checked>): Promise<Result<Checked>> => {
      const { thing, by, record } = doing;
      const { held } = thing.card;
      if (!held) return ok(thing);
      if (!mayRelease(doing)) return refused(refusal("check/held", { name: held.byName }));
      return holding(undefined, doing, record({ before: held.by === by.actor.id ? null : held.byName }));
    },
  },
};
