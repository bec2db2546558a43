import { createHash } from "node:crypto";
import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { spokenOr } from "../../../shared/domain/languages.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { nearFirst } from "../../../shared/domain/rule-set.ts";
import { type Frame, link } from "../../../shared/pages/layout.ts";
import { type EidFault, eidFailedView } from "../../../shared/pages/voting/eid.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { wordsOf } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";
import { openVote } from "../booth.ts";
import { confirmProved } from "../confirm-code.ts";
import { confirmed, opened } from "../pages/cookies.ts";
import { refused } from "../pages/trouble.ts";
import { enterByEid } from "./enter-by-eid.ts";
import { noPendingEid, pendingEidCookie, takePendingEid } from "./pending-eid.ts";

/** 256 random bits, as RFC 7636 §4.1 wants of a verifier. */
const SECRET_BYTES = 32;

export const getEidStart = endpoint(routes.getEidStart, {
  summary: "Leads a voter to the national eID",
  params: z.object({ cycleId: CycleId }),
  refused,
  handle: async ({ params, language, receivedAt }, deps) => {
    const cycle = await openVote(params.cycleId, receivedAt, deps);
    if (!deps.eid || !cycle.ruleSet.identity.eid) throw new Refused(refusal("thing/not-found", {}));
    const secret = (): string => Buffer.from(deps.system.random(SECRET_BYTES)).toString("base64url");
    const [state, nonce, verifier] = [secret(), secret(), secret()];
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    return seeOther(await deps.eid.authorizeUrl({ state, nonce, challenge, language }), [
      await pendingEidCookie({ cycleId: cycle.id, state, nonce, verifier, language }, deps),
    ]);
  },
});

const Answer = z.object({
  state: z.string().max(200).default(""),
  code: z.string().max(4096).optional(),
  error: z.string().max(200).optional(),
});

/** Code and state stay out of the page's links. */
const failed = (frame: Frame, why: EidFault, cycleId: CycleId | undefined, deps: Deps): Reply => ({
  ...view(eidFailedView({ ...frame, query: "" }, { why, cycleId }), why === "not-on-roll" ? 403 : 400),
  cookies: [noPendingEid(deps)],
});

export const getEidCallback = endpoint(routes.getEidCallback, {
  summary: "Where the national eID leads a voter back to",
  query: Answer,
  refused,
  handle: async (request, deps) => {
    const { query, network, receivedAt } = request;
    const { state, code, error } = query;
    const pending = await takePendingEid(request, state, request.admit.answer, deps);
    if (!deps.eid || !pending) return failed(frameOf(request), "not-begun", undefined, deps);
    const { cycleId, nonce, verifier } = pending;
    const language = spokenOr(pending.language, request.city.languages);
    // The provider knows one address of ours: the language is that of the page on which this began.
    const frame: Frame = {
      ...frameOf({ ...request, language, words: await wordsOf(language) }),
      path: pathTo("voteCode", { cycleId: cycleId }),
      query: "",
    };
    if (error !== undefined || code === undefined) return failed(frame, "denied", cycleId, deps);
    const pesel = await deps.eid.redeem({ code, verifier, nonce });
    if (pesel === undefined) return failed(frame, "code", cycleId, deps);
    const session = await enterByEid({ cycleId, pesel, language, receivedAt }, deps);
    if (session === undefined) return failed(frame, "not-on-roll", cycleId, deps);

    const { ruleSet } = await openVote(cycleId, receivedAt, deps);
    const { sessionSeconds } = ruleSet.voterCodes;
    const entered = await confirmProved({ cycleId, session, network, receivedAt }, deps);
    if (entered.ok) {
      const [first = ""] = nearFirst(ruleSet, entered.value.pools);
      return seeOther(link(frame, pathTo("voteList", { cycleId: cycleId, pool: first })), [
        ...confirmed(entered.value.token, sessionSeconds, deps.site),
        noPendingEid(deps),
      ]);
    }
    if (entered.refusal.code !== "voting/guardian") throw new Refused(entered.refusal);
    // The page of the code asks for the guardian.
    return seeOther(link(frame, pathTo("voteCode", { cycleId: cycleId })), [
      ...opened(session, sessionSeconds, deps.site),
      noPendingEid(deps),
    ]);
  },
});
