import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import { isLocked } from "../../../shared/domain/cycle/cycle.ts";
import { fingerprint } from "../../../shared/domain/fingerprint.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { countKeyView, keysCheckView, keysView } from "../../../shared/pages/office/keys.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";
import { CountKey, handOverCountKey } from "../count-key.ts";
import { setKeys } from "../keys.ts";
import { typedKeys, typedPrivateKey } from "./typed-keys.ts";
import { numberFaults } from "./typed-number.ts";

const LONGEST_FILE = 2000;

export const { get: getOfficeKeys, post: postOfficeKeys } = actPages(
  { get: routes.getOfficeKeys, post: routes.postOfficeKeys },
  {
    summary: "Setting the commission's public keys",
    params: InEdition,
    body: z.object({
      keys: z.string().max(LONGEST_FILE).default(""),
      confirmed: z.enum(["yes", "no"]).optional(),
    }),
    fields: ["keys"],
    show: ({ request, cycle }, state) => {
      if (isLocked(cycle) && cycle.phase !== "ballot-frozen")
        throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
      return keysView(frameOf(request), state, cycle);
    },
    act: async ({ request, cycle }, deps) => {
      const { words, body } = request;
      const frame = frameOf(request);
      const keys = typedKeys(body.keys);
      if (!keys) return [{ field: "keys", text: words.keys.public.wrong }];
      if (body.confirmed === "no") return keysView(frame, formState(words, { typed: body }), cycle);
      if (body.confirmed === undefined) {
        const fingerprints = { ballots: fingerprint(keys.ballots), links: fingerprint(keys.links) };
        return keysCheckView(frame, formState(words), {
          ...cycle,
          pasted: JSON.stringify(keys),
          fingerprints,
        });
      }
      await setKeys({ by: request, cycle, keys }, deps);
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
