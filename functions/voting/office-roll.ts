import { z } from "zod";
import { actPages, InEdition } from "../../shared/acts/act-pages.ts";
import { isBefore } from "../../shared/domain/cycle/phases.ts";
import { columnsOf } from "../../shared/domain/voting/identity-policy.ts";
import { rollView } from "../../shared/pages/office/roll.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { routes } from "../routes.ts";
import { importRoll } from "./import-roll.ts";

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
      const { words } = request;
      const rows =
        refused?.code === "roll/rows"
          ? refused.facts.rows.map(({ line, problem }) => ({ line, text: words.roll[problem] }))
          : [];
      const total = refused?.code === "roll/rows" ? refused.facts.total : 0;
      return rollView(frameOf(request), state, cycle, {
        roll: cycle.roll,
        columns: columnsOf(cycle.ruleSet.identity),
        mayImport: isBefore(cycle.phase, "voting"),
        faulty: rows.length > 0 ? { rows, total } : undefined,
      });
    },
    act: async ({ request, cycle }, deps) => {
      await importRoll({ by: request, cycle, text: request.body.roll }, deps);
      return undefined;
    },
  },
);
