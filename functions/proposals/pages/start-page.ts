import { z } from "zod";
import { askByMail } from "../../../shared/acts/ask-by-mail.ts";
import { authorCode, CodeClaims, isAuthorCode } from "../../../shared/acts/author-links.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { notice } from "../../../shared/domain/notice/notice.ts";
import { isFoundAgain, takesProposals } from "../../../shared/domain/project/proposal.ts";
import { Email } from "../../../shared/domain/text.ts";
import { type Instant, plusSeconds } from "../../../shared/domain/time.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import type { Html } from "../../../shared/pages/html.ts";
import { link } from "../../../shared/pages/layout.ts";
import {
  codeOverView,
  linkSentView,
  type StartModel,
  startView,
} from "../../../shared/pages/proposals/start.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { formKey, frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { linkKeeper } from "../../../shared/platform/kept-link.ts";
import { statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { faultyState, refusedState } from "./fields.ts";

/** Who waits at the page has the letter within minutes. */
const CODE_SECONDS = 3600;

/** Long enough to write a proposal, and to sleep on it. */
const LINK_SECONDS = 86_400;

const callsAt = async (
  at: Instant,
  { store }: Deps,
): Promise<Pick<StartModel, "calls" | "closed" | "upcoming">> => {
  const items = await store.cycles.allShown();
  const callOf = ({ id, name, edition, calendar }: (typeof items)[number]) => ({
    cycleId: id,
    name,
    edition,
    endsAt: entryOf(calendar, "submission")?.endsAt,
  });
  const calls = items.filter((cycle) => takesProposals(cycle, at)).map(callOf);
  const closed = items.filter((cycle) => isFoundAgain(cycle, at)).map(callOf);
  const upcoming = items.flatMap(({ phase, edition, calendar }) => {
    const call = entryOf(calendar, "submission");
    return call && call.startsAt > at && isBefore(phase, "submission")
      ? [{ edition, startsAt: call.startsAt }]
      : [];
  });
  return { calls, closed, upcoming };
};

const page = async (request: Request, state: FormState, deps: Deps, isLost = false): Promise<Html> =>
  startView(frameOf(request), {
    ...(await callsAt(request.receivedAt, deps)),
    isLost,
    state,
    key: request.key ?? formKey(deps),
  });

const Asked = z.strictObject({
  key: z.string().optional(),
  cycle: CycleId,
  email: Email,
  lost: z.literal("1").optional(),
});

export const getStart = endpoint(routes.getStart, {
  summary: "When proposals are taken, and how",
  query: z.strictObject({ lost: z.literal("1").optional().catch(undefined) }),
  cache: "public, max-age=0, s-maxage=10",
  handle: async (request, deps) =>
    view(await page(request, formState(request.words), deps, request.query.lost === "1")),
});

export const postStart = endpoint(routes.postStart, {
  summary:
    "Ask for the link to the proposal form, or to what was submitted; the answer is the same whoever asks",
  body: Asked,
  invalid: async (issues, typed, request, deps) => {
    const { words } = request;
    // Of the two forms the one that was sent is shown again.
    const isLost =
      z
        .object({ lost: Asked.shape.lost.catch(undefined) })
        .catch({})
        .parse(typed).lost === "1";
    return view(
      await page(request, faultyState(words, { typed, issues, say: words.proposals.say }), deps, isLost),
      422,
    );
  },
  handle: async (request, deps) => {
    const { body, words, language, receivedAt: at, fingerprint } = request;
    const { cycle: cycleId, email } = body;
    const { calls, closed } = await callsAt(at, deps);
    const isIn = (all: readonly { readonly cycleId: string }[]) =>
      all.some((call) => call.cycleId === cycleId);
    const isClosed = isIn(closed);
    // An edition whose authors are forgotten while the page was open: the page itself says so.
    if (!isIn(calls) && !isClosed) return view(await page(request, formState(words), deps), 409);
    const until = plusSeconds(at, LINK_SECONDS);
    const token = await deps.tokens.seal("author", { cycleId, email }, until);
    const keep = await linkKeeper(deps);
    const claims = { cycleId, email, letter: fingerprint };
    const letter = notice("proposal/start", email, language, {
      link: keep(pathTo("drafts", { token })),
      code: keep(await authorCode(claims, deps)),
      until,
      ...(isClosed && { isClosed }),
    });
    const sealed = await deps.tokens.seal("author-code", claims, plusSeconds(at, CODE_SECONDS));
    const sent = await askByMail({
      admit: request.admit.author,
      contact: email,
      event: `start/${fingerprint}`,
      letter,
      at,
    });
    return sent.ok
      ? view(linkSentView(frameOf(request), { email, sealed, state: formState(words) }))
      : view(
          await page(request, refusedState(words, body, sent.refusal, "email"), deps, isClosed),
          statusOf(sent.refusal),
        );
  },
});

const CodeForm = z.strictObject({ sealed: z.string().max(2000), code: z.string().max(40) });

/** Behind the right code is what is behind the link of the same letter. */
export const postStartCode = endpoint(routes.postStartCode, {
  summary: "Come to the proposal form by the code of a letter, in place of its link",
  body: CodeForm,
  handle: async (request, deps) => {
    const { body, words, receivedAt: at } = request;
    const frame = frameOf(request);
    const opened = await deps.tokens.open("author-code", body.sealed, CodeClaims);
    if (!opened || opened.expired) return view(codeOverView(frame), 400);
    const { cycleId, email, letter } = opened.claims;
    const typed = body.code.replace(/\D/g, "");
    const isRight = await isAuthorCode(typed, opened.claims, deps);
    const admitted = await request.admit.enter({ answer: letter, contact: email, isRight });
    if (!admitted.ok) return view(codeOverView(frame), 400);
    if (!isRight) {
      const w = words.proposals.start;
      const state = formState(words, { typed: {}, faults: [{ field: "code", text: w.codeWrong }] });
      return view(linkSentView(frame, { email, sealed: body.sealed, state }), 422);
    }
    const token = await deps.tokens.seal("author", { cycleId, email }, plusSeconds(at, LINK_SECONDS));
    return seeOther(link(request, pathTo("drafts", { token })));
  },
});
