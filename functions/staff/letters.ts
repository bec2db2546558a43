import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { LetterId } from "../../shared/domain/ids.ts";
import {
  GIVEN_UP,
  type GivenUpLetter,
  LetterOutcome,
  LetterState,
  LetterSubject,
  ownerOfLetter,
} from "../../shared/domain/notice/given-up.ts";
import { queuesOf, rolesOf } from "../../shared/domain/office/work.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused, type Result } from "../../shared/domain/result.ts";
import { Instant } from "../../shared/domain/time.ts";
import { formState } from "../../shared/pages/components/form-state.ts";
import { link } from "../../shared/pages/layout.ts";
import { letterOf, wordsTo } from "../../shared/pages/letters/letter.ts";
import { givenUpView } from "../../shared/pages/office/given-up-letter.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { json, seeOther, view } from "../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../shared/platform/problem.ts";
import { routes } from "../routes.ts";

const Path = z.object({ letterId: LetterId });

const LetterView = z
  .object({
    id: LetterId,
    subject: LetterSubject,
    outcome: LetterOutcome,
    at: Instant,
    state: LetterState,
    settled: z.object({ name: z.string(), at: Instant }).nullable(),
  })
  .meta({
    id: "GivenUpLetter",
    description: "A letter about a decision that did not come through; whom it was for is not in it",
  });

const SentAlike = z
  .object({ sent: z.array(LetterId), isWhole: z.boolean() })
  .meta({ id: "LettersSentAlike" });

const letterView = ({ event: _event, settled, ...letter }: GivenUpLetter): z.infer<typeof LetterView> => ({
  ...letter,
  settled: settled ? { name: settled.byName, at: settled.at } : null,
});

type Asked = Pick<StaffRequest<z.infer<typeof Path>>, "actor" | "params">;

/** A letter that is this person's work, by their role. */
const letterFor = async (
  { actor, params }: Asked,
  { store }: Pick<Deps, "store">,
): Promise<GivenUpLetter> => {
  const letter = await store.letters.get(params.letterId);
  const isTheirs = letter && rolesOf(ownerOfLetter(letter)).some((role) => actor.roles.includes(role));
  if (!isTheirs) throw new Refused(refusal("thing/not-found", {}));
  return letter;
};

/** In the journal of what the letter is about. */
const journalOf = ({ subject }: GivenUpLetter): string => {
  if (subject.of === "meeting") return subject.meetingId;
  if (subject.of === "matter") return subject.matterId;
  return subject.of === "project" ? subject.projectId : subject.cycleId;
};

const ROUTES = {
  send: routes.postLetterSending,
  deal: routes.postLetterSettlement,
  "send-alike": routes.postLettersAlike,
} as const;

const settling = async (
  letter: GivenUpLetter,
  how: keyof typeof ROUTES,
  request: Deed,
  { store }: Deps,
): Promise<Result<void>> => {
  const { actor, receivedAt: at } = request;
  const settled = { by: actor.id, byName: actor.name, at };
  const record = audited({ ...request, route: ROUTES[how] }, journalOf(letter));
  const step = how === "deal" ? "deal" : "send";
  return await store.table.write([...(await store.letters.settle(letter, step, settled)), record]);
};

/** Sends it again, or notes that it was told otherwise: once. The same again from the same person finds it done. */
const settle = async (request: Deed & Asked, how: "send" | "deal", deps: Deps): Promise<GivenUpLetter> => {
  const letter = await letterFor(request, deps);
  const isDone = letter.state === GIVEN_UP.waiting[how] && letter.settled?.by === request.actor.id;
  if (isDone) return letter;
  accept(await settling(letter, how, request, deps));
  return await letterFor(request, deps);
};

/** As many at once as a request has time for. */
const MOST_ALIKE = 500;

/**
 * Sends again what this person is to see to and was given up for the same cause as one of them, such as after days without mail. What somebody else
 * settled meanwhile, and what is deleted with its address, is let be.
 */
const settleAlike = async (request: Deed & Asked, deps: Deps): Promise<z.infer<typeof SentAlike>> => {
  const { outcome } = await letterFor(request, deps);
  const { letters, work } = deps.store;
  const sent: LetterId[] = [];
  for await (const { about } of await work.of(queuesOf(request.actor.roles))) {
    if (!("letterId" in about)) continue;
    if (sent.length === MOST_ALIKE) return { sent, isWhole: false };
    const letter = await letters.get(about.letterId);
    if (letter?.outcome !== outcome) continue;
    const written = await settling(letter, "send-alike", request, deps);
    if (written.ok) sent.push(letter.id);
  }
  return { sent, isWhole: true };
};

export const getLetter = endpoint(routes.getLetter, {
  summary: "A letter about a decision that did not come through",
  params: Path,
  replies: { 200: LetterView },
  handle: async (request, deps) => json(letterView(await letterFor(request, deps))),
});

export const postLetterSending = endpoint(routes.postLetterSending, {
  summary: "Send a letter again that did not come through",
  description: "410 once its text and address are deleted.",
  params: Path,
  replies: { 200: LetterView },
  handle: async (request, deps) => json(letterView(await settle(request, "send", deps))),
});

export const postLettersAlike = endpoint(routes.postLettersAlike, {
  summary: "Send all letters again that are your work and failed for the same cause as this one",
  description: "At most 500 at once: `isWhole` is false where more wait.",
  params: Path,
  replies: { 200: SentAlike },
  handle: async (request, deps) => json(await settleAlike(request, deps)),
});

export const postLetterSettlement = endpoint(routes.postLetterSettlement, {
  summary: "Note that the person was told otherwise",
  params: Path,
  replies: { 200: LetterView },
  handle: async (request, deps) => json(letterView(await settle(request, "deal", deps))),
});

const page = async (
  request: StaffRequest<z.infer<typeof Path>>,
  deps: Deps,
  state = formState(request.words),
) => {
  const letter = await letterFor(request, deps);
  const about = await deps.store.letters.notice(letter);
  const heading = about && letterOf(about, await wordsTo(about, deps.site.city), deps.site).subject;
  return givenUpView(frameOf(request), state, { letter, heading });
};

export const getOfficeLetter = endpoint(routes.getOfficeLetter, {
  summary: "A letter about a decision that did not come through, for those whose work it is",
  params: Path,
  handle: async (request, deps) => view(await page(request, deps)),
});

export const postOfficeLetter = endpoint(routes.postOfficeLetter, {
  summary: "Send it again, or note that the person was told otherwise",
  params: Path,
  body: z.strictObject({ act: z.enum(["send", "deal", "send-alike"]) }),
  handle: async (request, deps) => {
    const { body, params, words } = request;
    try {
      if (body.act === "send-alike") await settleAlike(request, deps);
      else await settle(request, body.act, deps);
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const faults = [{ field: "main", text: detailOf(error.refusal, words) }];
      return view(await page(request, deps, formState(words, { faults })), statusOf(error.refusal));
    }
    return seeOther(link(frameOf(request), pathTo("givenUpLetter", params)));
  },
});
