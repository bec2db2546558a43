import { z } from "zod";
import { type Asked, actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { challengeFor, proposeKey } from "../../../shared/acts/cycle/set-key.ts";
import { isLocked, KeyPurpose } from "../../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { countKeyView, keyProofView, keysView } from "../../../shared/pages/office/keys.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { isPublicKey } from "../../../shared/platform/seal.ts";
import { routes } from "../../routes.ts";
import { CountKey, handOverCountKey } from "../count-key.ts";
import { typedPrivateKey, typedPublicKey } from "./typed-keys.ts";
import { numberFaults } from "./typed-number.ts";

const LONGEST_FILE = 2000;

const Brought = z.object({
  purpose: KeyPurpose.optional(),
  publicKey: z.string().max(LONGEST_FILE).default(""),
  proof: z.string().max(100).optional(),
});

/** The key that was typed and can be sealed to, with what was sealed to it; undefined while none is. */
const challenged = async (
  { purpose, publicKey }: z.infer<typeof Brought>,
  { request, cycle }: Asked,
  deps: Deps,
) => {
  const key = purpose && typedPublicKey(publicKey, purpose);
  if (purpose === undefined || key === undefined || !isPublicKey(key)) return undefined;
  const holder = { cycleId: cycle.id, member: request.actor.id, purpose, publicKey: key };
  return { purpose, publicKey: key, challenge: await challengeFor(holder, deps) };
};

export const { get: getOfficeKeys, post: postOfficeKeys } = actPages(
  { get: routes.getOfficeKeys, post: routes.postOfficeKeys },
  {
    summary: "Bringing a public key of the commission",
    params: InEdition,
    body: Brought,
    fields: ["purpose", "publicKey", "proof"],
    show: async (asked, state, deps) => {
      const { request, cycle } = asked;
      if (isLocked(cycle) && cycle.phase !== "ballot-frozen")
        throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
      const typed = Brought.safeParse(state.typed).data;
      const key = typed?.proof === undefined ? undefined : await challenged(typed, asked, deps);
      return key
        ? keyProofView(frameOf(request), state, { ...cycle, ...key })
        : keysView(frameOf(request), state, cycle);
    },
    act: async (asked, deps) => {
      const { request, cycle } = asked;
      const { words, body } = request;
      const key = await challenged(body, asked, deps);
      if (body.purpose === undefined) return [{ field: "purpose", text: words.keys.public.purposeMissing }];
      if (!key) return [{ field: "publicKey", text: words.keys.public.wrong }];
      if (body.proof === undefined)
        return keyProofView(frameOf(request), formState(words), { ...cycle, ...key });
      await proposeKey({ by: request, cycle, ...key, proof: body.proof }, deps);
      return undefined;
    },
  },
);

export const { get: getOfficeCountKey, post: postOfficeCountKey } = actPages(
  { get: routes.getOfficeCountKey, post: routes.postOfficeCountKey },
  {
    summary: "Handing the commission's private key over for the count",
    params: InEdition,
    body: z.object({
      privateKey: z.string().max(LONGEST_FILE).default(""),
      number: z.string().default(""),
    }),
    fields: ["privateKey", "number"],
    forget: ["privateKey"],
    show: ({ request, cycle }, state) => {
      if (cycle.phase !== "sealed" && cycle.phase !== "counting")
        throw new Refused(
          refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["sealed", "counting"] }),
        );
      return countKeyView(frameOf(request), state, cycle);
    },
    act: async ({ request, cycle }, deps) => {
      const { words, body } = request;
      const privateKey = typedPrivateKey(body.privateKey);
      const isKey = CountKey.safeParse({ privateKey }).success;
      const wrongKey = isKey ? [] : [{ field: "privateKey", text: words.keys.private.wrong }];
      const faults = [...wrongKey, ...numberFaults(body.number, cycle, words)];
      if (faults.length > 0) return faults;
      await handOverCountKey({ by: request, cycle, privateKey }, deps);
      return undefined;
    },
  },
);
