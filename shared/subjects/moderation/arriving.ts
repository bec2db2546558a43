/** What becomes of a post that comes in: it is shown at once, or after a look, and waits for a moderator either way. */
import { addressAt } from "../../domain/addresses.ts";
import type { Owner } from "../../domain/office/work.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { waits } from "../../store/work.ts";
import type { Attributes, Write } from "../../store/write.ts";
import type { Consultation } from "../consultations/rules.ts";
import type { Face } from "./face-rules.ts";
import { inOffice } from "./pages.ts";
import { at } from "./rows.ts";
import { answerDueAt, type Look, lookDueAt, type Original, stateOf } from "./rules.ts";
import { openLooks } from "./store.ts";

type Of = Pick<Consultation, "id" | "subject" | "endsAt" | "posts">;

/** In which queue a post waits for whoever takes it; an appeal waits for the supervisors, who hear of it though one person moderates alone. */
export const QUEUE = "queue#moderation" satisfies Owner;
export const APPEALS = "queue#coordinator" satisfies Owner;

/** A look as work: that of whoever took it, else the queue's; an appeal is the supervisors', but not whose act it is against. */
export const workOf = (
  look: Look,
  number: number,
  { id, subject }: Pick<Consultation, "id" | "subject">,
  { city }: Deps["site"],
): Attributes => {
  const state = stateOf(look);
  const path = addressAt(at.one, { consultationId: id, postId: look.id });
  const work = { kind: "of-subject", id: `${id}.${look.id}` } as const;
  if (state === "new") {
    const text = inOffice(city, ({ office }) => office.due(number, subject.title));
    const owner: Owner = look.held ? `person#${look.held.by}` : QUEUE;
    return waits({ ...work, owner, dueAt: look.dueAt, about: { path, text } });
  }
  if (state !== "appealed" || !look.appeal) return {};
  const text = inOffice(city, ({ office }) => office.dueAppeal(number, subject.title));
  const dueAt = answerDueAt(look.appeal.at, city.moderation);
  return waits({ ...work, owner: APPEALS, dueAt, by: look.taken?.by, about: { path, text } });
};

/** The public half of a post as it comes in. */
export const arriving = <P extends Original>(post: P, { posts }: Of): P & { readonly face?: Face } => {
  if (posts !== "after-look") return post;
  const { shownName: _name, ...rest } = post;
  return { ...(rest as P), text: "", face: { kind: "waiting" } };
};

/** What is written beside a post that comes in: that it waits for a look, and its text where nobody sees that yet. */
export const arrivals = (
  consultation: Of,
  { id, number }: Pick<Look, "id"> & { readonly number: number },
  written: Original,
  now: Instant,
  { store, site }: Pick<Deps, "store" | "site">,
): Write[] => {
  const looks = openLooks(store.table, consultation.id);
  const look: Look = {
    id,
    consultationId: consultation.id,
    version: 1,
    state: "new",
    cameAt: now,
    dueAt: lookDueAt(now, site.city.moderation),
    turn: 0,
  };
  const { text, shownName } = written;
  return [
    looks.begin(look, workOf(look, number, consultation, site)),
    ...(consultation.posts === "after-look"
      ? [looks.keepOriginal(id, { text, ...(shownName !== undefined && { shownName }) }, consultation.endsAt)]
      : []),
  ];
};
