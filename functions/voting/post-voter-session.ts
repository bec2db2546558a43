import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { VoterIdentity } from "./identity.ts";
import { openSession } from "./open-session.ts";

const VoterSessionOpened = z.object({ session: z.string() }).meta({
  id: "VoterSession",
  description: "If the person is on the roll, a code is on its way to the given address or number",
});

export const postVoterSession = endpoint(routes.postVoterSession, {
  summary: "Identify a voter; a code goes to the given address if the person is on the roll",
  params: z.object({ cycleId: CycleId }),
  body: VoterIdentity,
  replies: { 202: VoterSessionOpened },
  handle: async ({ params, body, key, language, network, receivedAt }, deps) =>
    accepted({
      session: accept(
        await openSession({ ...params, typed: body, key, language, network, receivedAt }, deps),
      ),
    }),
});
