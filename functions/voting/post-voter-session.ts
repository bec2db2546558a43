import { z } from "zod";
import { VoteId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { VoterIdentity } from "./identity.ts";
import { openSession } from "./open-session.ts";
import { SessionPath } from "./post-code.ts";
import { resendCode } from "./resend-code.ts";

const VoterSessionOpened = z.object({ session: z.string() }).meta({
  id: "VoterSession",
  description: "If the person is on the roll, a code is on its way to the given address or number",
});

export const postVoterSession = endpoint(routes.postVoterSession, {
  summary: "Identify a voter; a code goes to the given address if the person is on the roll",
  params: z.object({ cycleId: VoteId }),
  body: VoterIdentity,
  replies: { 202: VoterSessionOpened },
  handle: async ({ params, body, key, language, receivedAt, admit }, deps) =>
    accepted({
      session: accept(await openSession({ ...params, typed: body, key, language, receivedAt, admit }, deps)),
    }),
});

export const postResend = endpoint(routes.postResend, {
  summary: "Send a new code in place of the last one; the session is exchanged for a new one",
  description:
    "The same answer whether or not the person is on the roll. The same request again answers the same session and sends nothing.",
  params: SessionPath,
  replies: { 202: VoterSessionOpened },
  handle: async ({ params, receivedAt, admit }, deps) =>
    accepted({ session: accept(await resendCode({ ...params, receivedAt, admit: admit.resend }, deps)) }),
});
