import { z } from "zod";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import type { Issue } from "../../../shared/domain/refusals.ts";
import { accept } from "../../../shared/domain/result.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { phaseLine } from "../../../shared/pages/phase-line.ts";
import { identityView } from "../../../shared/pages/voting/identity.ts";
import { codePath } from "../../../shared/pages/voting/paths.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import type { Words } from "../../../shared/words/words.ts";
import { routes } from "../../routes.ts";
import { openVote } from "../booth.ts";
import { Identity, openSession } from "../open-session.ts";
import { opened } from "./cookies.ts";
import { refused } from "./trouble.ts";

const Path = z.object({ cycleId: CycleId });

/** The frame of a page inside a vote: its line says until when it is open. */
export const voteFrame = (request: Request, { calendar }: Pick<Cycle, "calendar">) =>
  frameOf(request, {
    phaseLine: phaseLine(request.words, { phase: "voting", endsAt: entryOf(calendar, "voting")?.endsAt }),
  });

export const getIdentityPage = endpoint(routes.getIdentityPage, {
  summary: "Who is voting?",
  params: Path,
  refused,
  handle: async (request, deps) => {
    const cycle = await openVote(request.params.cycleId, request.receivedAt, deps);
    return view(identityView(voteFrame(request, cycle), cycle.id, formState(request.words)));
  },
});

/** What is wrong with what was typed, told by what was typed. */
const sayings = (issues: readonly Issue[], typed: unknown, words: Words): Record<string, string> => {
  const w = words.voting.identity.faults;
  const fields = z.record(z.string(), z.unknown()).catch({}).parse(typed);
  const textAt = (name: string): string => String(fields[name] ?? "").trim();
  const digits = textAt("pesel").replace(/[\s-]/g, "");
  const isLength = issues.some(({ rule }) => rule === "pesel-length");
  return {
    "/pesel": digits === "" ? w.peselMissing : isLength ? w.peselLength(digits.length) : w.peselCheck,
    "/mothersMaidenName": textAt("mothersMaidenName") === "" ? w.nameMissing : w.name,
    "/email": textAt("email") === "" ? w.emailMissing : words.issues.email(""),
  };
};

export const postIdentityPage = endpoint(routes.postIdentityPage, {
  summary: "Ask for a code",
  params: Path,
  body: Identity,
  refused,
  invalid: async (issues, typed, request, deps) => {
    const { cycleId } = Path.parse(request.params);
    const cycle = await openVote(cycleId, request.receivedAt, deps);
    const say = sayings(issues, typed, request.words);
    return view(
      identityView(voteFrame(request, cycle), cycleId, formState(request.words, { typed, issues, say })),
      422,
    );
  },
  handle: async (request, deps) => {
    const { params, body: identity, language, network, receivedAt } = request;
    const session = accept(await openSession({ ...params, identity, language, network, receivedAt }, deps));
    const cycle = await openVote(params.cycleId, receivedAt, deps);
    const { sessionSeconds } = cycle.ruleSet.voterCodes;
    return seeOther(link(request, codePath(cycle.id)), opened(session, sessionSeconds, deps.site));
  },
});
