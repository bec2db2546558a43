import { z } from "zod";
import { sessionHashOf } from "../../../shared/acts/voter-keys.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { nearFirst } from "../../../shared/domain/rule-set.ts";
import { type Instant, instant, milliseconds, plusSeconds } from "../../../shared/domain/time.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { type CodeModel, codeView } from "../../../shared/pages/voting/code.ts";
import { guardianView } from "../../../shared/pages/voting/guardian.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { openVote } from "../booth.ts";
import { confirmCode } from "../confirm-code.ts";
import { resendCode } from "../resend-code.ts";
import { confirmed, opened, sessionOf } from "./cookies.ts";
import { entryFrame } from "./identity-page.ts";
import { keepGuardian } from "./next-child.ts";
import { refused } from "./trouble.ts";

const Path = z.object({ cycleId: CycleId });

type CodeRequest = Request<z.infer<typeof Path>>;

/** How long one waits for a letter before another one makes sense, in seconds. */
const WAIT_SECONDS = 60;

/** As the time is shown, to the minute. */
const wholeMinuteAfter = (at: Instant): Instant => instant(Math.ceil(milliseconds(at) / 60_000) * 60_000);

/** What the code page shows: the same reads and the same words, whether or not anybody was found. */
const modelOf = async ({ params: { cycleId }, receivedAt }: CodeRequest, session: string, deps: Deps) => {
  const cycle = await openVote(cycleId, receivedAt, deps);
  const sessionHash = sessionHashOf(session);
  const found = await deps.store.voterSessions.get(sessionHash);
  if (found?.cycleId !== cycleId || found.expiresAt <= receivedAt)
    throw new Refused(refusal("identity/expired", {}));
  const isLate = found.codeExpiresAt <= receivedAt;
  if (isLate && found.confirmed) throw new Refused(refusal("identity/expired", {}));
  const { digits, triesPerCode, sessionSeconds, codeSeconds } = cycle.ruleSet.voterCodes;
  const triesLeft = Math.max(0, triesPerCode - found.tries);
  const sentAt = plusSeconds(found.codeExpiresAt, -codeSeconds);
  const waitsUntil = wholeMinuteAfter(plusSeconds(sentAt, WAIT_SECONDS));
  const model: CodeModel = {
    cycleId,
    contact: found.contact,
    digits,
    validUntil: found.codeExpiresAt,
    triesLeft,
    sessionSeconds,
    isOver: triesLeft === 0 || isLate,
    resentAt: found.resent && sentAt,
    waitsUntil: waitsUntil > receivedAt ? waitsUntil : undefined,
  };
  const isProved = found.proved === true;
  return {
    cycle,
    model,
    sessionHash,
    entry: found.isChild ? ("child" as const) : ("alone" as const),
    isProved,
    // Who is proved and still here is a child: its guardian is all that is waited for.
    asksGuardian: isProved || (found.isChild === true && !found.guardian),
  };
};

type Shown = Awaited<ReturnType<typeof modelOf>>;

const guardianPage = async (request: CodeRequest, { cycle, entry }: Shown, deps: Deps, text?: string) =>
  guardianView(
    await entryFrame(request, cycle, { at: "guardian", entry }, deps),
    { cycleId: cycle.id, belowAge: cycle.ruleSet.guardianBelowAge },
    formState(request.words, { faults: text === undefined ? [] : [{ field: "guardian", text }] }),
  );

const codePage = async (
  request: CodeRequest,
  { cycle, entry, model }: Pick<Shown, "cycle" | "entry" | "model">,
  deps: Deps,
  text?: string,
) =>
  codeView(
    await entryFrame(request, cycle, { at: "code", entry }, deps),
    model,
    formState(request.words, { faults: text === undefined ? [] : [{ field: "code", text }] }),
  );

export const getCodePage = endpoint(routes.getCodePage, {
  summary: "A child's guardian, and the code",
  params: Path,
  refused,
  handle: async (request, deps) => {
    const session = sessionOf(request);
    if (session === undefined)
      return seeOther(link(request, pathTo("voteIdentity", { cycleId: request.params.cycleId })));
    const found = await modelOf(request, session, deps);
    return view(
      found.asksGuardian ? await guardianPage(request, found, deps) : await codePage(request, found, deps),
    );
  },
});

export const postCodePage = endpoint(routes.postCodePage, {
  summary: "Confirm the code",
  params: Path,
  body: z.object({
    code: z.string().max(60).default(""),
    guardian: z.literal("yes").optional(),
    act: z.enum(["resend", "guardian"]).optional(),
  }),
  refused,
  handle: async (request, deps) => {
    const { params, body, words, network, receivedAt, admit } = request;
    const session = sessionOf(request);
    if (session === undefined) throw new Refused(refusal("identity/expired", {}));
    const toCode = link(request, pathTo("voteCode", { cycleId: params.cycleId }));
    if (body.act === "resend") {
      const fresh = accept(await resendCode({ ...params, session, receivedAt, admit: admit.resend }, deps));
      const { sessionSeconds } = (await openVote(params.cycleId, receivedAt, deps)).ruleSet.voterCodes;
      return seeOther(toCode, opened(fresh, sessionSeconds, deps.site));
    }
    const found = await modelOf(request, session, deps);
    const { cycle, entry, model, sessionHash, asksGuardian, isProved } = found;
    if (asksGuardian) {
      if (body.act !== "guardian") return seeOther(toCode);
      if (body.guardian === undefined)
        return view(await guardianPage(request, found, deps, words.voting.guardian.missing), 422);
      accept(await deps.store.voterSessions.declare(sessionHash, receivedAt));
      if (!isProved) return seeOther(toCode);
    }
    const again = async (shown: CodeModel, text: string) =>
      view(await codePage(request, { ...found, model: shown }, deps, text), 422);
    const w = words.voting.code;
    // A code that was left out costs no try.
    if (body.code.trim() === "" && !isProved)
      return body.act === "guardian" ? seeOther(toCode) : again(model, w.missing);

    const asked = { ...params, session, code: body.code, network, receivedAt };
    const outcome = await confirmCode(asked, deps);
    if (outcome.ok) {
      const { token, pools } = outcome.value;
      const [first = ""] = nearFirst(cycle.ruleSet, pools);
      return seeOther(link(request, pathTo("voteList", { cycleId: cycle.id, pool: first })), [
        ...confirmed(token, model.sessionSeconds, deps.site),
        ...(entry === "child" ? await keepGuardian(cycle.id, model.contact, deps, model.sessionSeconds) : []),
      ]);
    }
    if (outcome.refusal.code !== "voting/code") throw new Refused(outcome.refusal);
    const { triesLeft } = outcome.refusal.facts;
    return again({ ...model, triesLeft, isOver: triesLeft === 0 }, w.wrong(triesLeft));
  },
});
