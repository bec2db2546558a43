import { z } from "zod";
import { actPages, InEdition } from "../../shared/acts/act-pages.ts";
import { proposeRoll } from "../../shared/acts/roll/propose-roll.ts";
import { isBefore } from "../../shared/domain/cycle/phases.ts";
import { columnsOf } from "../../shared/domain/voting/fact-sets.ts";
import { rollView } from "../../shared/pages/office/roll.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { routes } from "../routes.ts";

/** The roll, pasted into a form; a large one comes through the API. */
export const { get: getOfficeRoll, post: postOfficeRoll } = actPages(
  { get: routes.getOfficeRoll, post: routes.postOfficeRoll },
  {
    summary: "Importing the voter roll",
    params: InEdition,
    body: z.object({ roll: z.string().default("") }),
    fields: ["roll"],
    forget: ["roll"],
    show: ({ request, cycle, refused }, state) => {
      const faulty = refused?.code === "roll/rows" ? refused.facts : undefined;
      return rollView(frameOf(request), state, cycle, {
        roll: cycle.roll,
        columns: columnsOf(cycle.ruleSet.identity),
        mayImport: isBefore(cycle.phase, "voting"),
        faulty,
      });
    },
    act: async ({ request, cycle }, deps) => {
      const table = Buffer.from(request.body.roll);
      await proposeRoll({ by: request, cycle, said: { encoding: "utf-8" }, table }, deps);
      return undefined;
    },
  },
);
