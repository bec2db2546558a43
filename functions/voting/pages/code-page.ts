import { z } from "zod";
import { sessionHashOf } from "../../../shared/acts/voter-keys.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { nearFirst } from "../../../shared/domain/rule-set.ts";
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
import { voteFrame } from "./identity-page.ts";
import { refused } from "./trouble.ts";

const Path = z.object({ cycleId: CycleId });

type CodeRequest = Request<z.infer<typeof Path>>;

/** What the code page shows: the same reads and the same words, whether or not anybody was found. */
const modelOf = async ({ params: { cycleId }, receivedAt }: CodeRequest, session: string, deps: Deps) => {
  const cycle = await openVote(cycleId, receivedAt, deps);
  const found = await deps.store.voterSessions.get(sessionHashOf(session));
  if (found?.cycleId !== cycleId || found.expiresAt <= receivedAt)
    throw new Refused(refusal("identity/expired", {}));
  const isLate = found.codeExpiresAt <= receivedAt;
  if (isLate && found.confirmed) throw new Refused(refusal("identity/expired", {}));
  const { digits, triesPerCode, sessionSeconds } = cycle.ruleSet.voterCodes;
  const triesLeft = Math.max(0, triesPerCode - found.tries);
  const model: CodeModel = {
    cycleId,
    contact: found.contact,
    digits,
    validUntil: found.codeExpiresAt,
    triesLeft,
    sessionSeconds,
    isOver: triesLeft === 0 || isLate,
  };
  // Who is proved and still here is a child: its guardian is all that is waited for.
  return { cycle, model, isProved: found.proved === true };
};

export const getCodePage = endpoint(routes.getCodePage, {
  summary: "Enter the code",
  params: Path,
  refused,
  handle: async (request, deps) => {
    const session = sessionOf(request);
    if (session === undefined)
      return seeOther(link(request, pathTo("voteIdentity", { cycleId: request.params.cycleId })));
    const { cycle, model, isProved } = await modelOf(request, session, deps);
    if (isProved) {
      const about = { cycleId: cycle.id, belowAge: cycle.ruleSet.guardianBelowAge, code: "" };
      return view(guardianView(voteFrame(request, cycle), about, formState(request.words)));
    }
    return view(codeView(voteFrame(request, cycle), model, formState(request.words)));
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
    if (body.act === "resend") {
      const fresh = accept(await resendCode({ ...params, session, receivedAt, admit: admit.resend }, deps));
      const { sessionSeconds } = (await openVote(params.cycleId, receivedAt, deps)).ruleSet.voterCodes;
      return seeOther(
        link(request, pathTo("voteCode", { cycleId: params.cycleId })),
        opened(fresh, sessionSeconds, deps.site),
      );
    }
    const { cycle, model, isProved } = await modelOf(request, session, deps);
    const again = (shown: CodeModel, text: string) =>
      view(
        codeView(voteFrame(request, cycle), shown, formState(words, { faults: [{ field: "code", text }] })),
        422,
      );
    const w = words.voting.code;
    // A code that was left out costs no try.
    if (body.code.trim() === "" && !isProved) return again(model, w.missing);

    const outcome = await confirmCode(
      {
        ...params,
        session,
        code: body.code,
        guardian: body.guardian === "yes",
        network,
        receivedAt,
        admit: admit.code,
      },
      deps,
    );
    if (outcome.ok) {
      const { token, pools } = outcome.value;
      const [first = ""] = nearFirst(cycle.ruleSet, pools);
      return seeOther(
        link(request, pathTo("voteList", { cycleId: cycle.id, pool: first })),
        confirmed(token, model.sessionSeconds, deps.site),
      );
    }
    if (outcome.refusal.code === "voting/guardian") {
      const { belowAge } = outcome.refusal.facts;
      const isUnsigned = body.act === "guardian";
      const faults = isUnsigned ? [{ field: "guardian", text: words.voting.guardian.missing }] : [];
      const about = { cycleId: cycle.id, belowAge, code: body.code };
      return view(
        guardianView(voteFrame(request, cycle), about, formState(words, { faults })),
        isUnsigned ? 422 : 200,
      );
    }
    if (outcome.refusal.code !== "voting/code") throw new Refused(outcome.refusal);
    const { triesLeft } = outcome.refusal.facts;
    return again({ ...model, triesLeft, isOver: triesLeft === 0 }, w.wrong(triesLeft));
  },
});
