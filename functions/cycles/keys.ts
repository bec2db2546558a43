import { z } from "zod";
import { challengeFor, proposeKey, setKey } from "../../shared/acts/cycle/set-key.ts";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { Proposed, proposedReply } from "../../shared/acts/propose.ts";
import { wordsBeside } from "../../shared/acts/word-beside.ts";
import { KeyPurpose, PublicKey } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { line } from "../../shared/domain/text.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

const params = z.object({ cycleId: CycleId, purpose: KeyPurpose });

export const postKeyChallenge = endpoint(routes.postKeyChallenge, {
  summary: "A secret sealed to a public key, for this member and edition",
  description:
    "Whoever has the private half reads it (`npm run keys -- prove DIR CHALLENGE`): that is the proof.",
  params,
  body: z.strictObject({ publicKey: PublicKey }).meta({ id: "KeyChallenged" }),
  replies: { 200: z.object({ challenge: z.string() }).meta({ id: "KeyChallenge" }) },
  handle: async ({ params: { cycleId, purpose }, body: { publicKey }, actor }, deps) => {
    await cycleOf(cycleId, deps);
    return json({ challenge: await challengeFor({ cycleId, member: actor.id, purpose, publicKey }, deps) });
  },
});

export const postKey = endpoint(routes.postKey, {
  summary: "Bring one public key of the commission, with the proof that its private half is at hand",
  description:
    "Another member accepts it. Whoever brings one key does not bring the other. Until the vote opens; once both are there, ballots are sealed to them.",
  params,
  body: z.strictObject({ publicKey: PublicKey, proof: line(100) }).meta({ id: "NewKey" }),
  replies: { 202: Proposed },
  handle: async (request, deps) => {
    const { cycleId, purpose } = request.params;
    const asked = { by: request, purpose, ...request.body };
    return proposedReply(await actOn(cycleId, (cycle) => proposeKey({ ...asked, cycle }, deps), deps));
  },
});

export const { accept: postKeyAcceptance, refuse: postKeyRefusal } = wordsBeside(setKey, {
  kind: "set-key",
  rows: { accept: routes.postKeyAcceptance, refuse: routes.postKeyRefusal },
  summaries: {
    accept: "Accept the key that another member of the commission brought",
    refuse: "Turn down the key that another member of the commission brought",
  },
  params,
  thing: ({ purpose }) => purpose,
});
