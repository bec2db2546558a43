import { z } from "zod";
import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import {
  checkResidentsOpen,
  proposeResidents,
  residentsNow,
} from "../../../shared/acts/cycle/set-residents.ts";
import { residentsView } from "../../../shared/pages/office/residents.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";

/** Residents per district, pasted as a table; another person accepts what differs. */
export const { get: getOfficeResidents, post: postOfficeResidents } = actPages(
  { get: routes.getOfficeResidents, post: routes.postOfficeResidents },
  {
    summary: "Proposing residents per district",
    params: InEdition,
    body: z.object({ table: z.string().default("") }),
    fields: ["table"],
    show: ({ request, cycle, refused }, state) => {
      checkResidentsOpen(cycle);
      return residentsView(frameOf(request), state, cycle, {
        residents: residentsNow(cycle),
        faulty: refused?.code === "table/rows" ? refused.facts : undefined,
      });
    },
    act: async ({ request, cycle }, deps) => {
      const table = Buffer.from(request.body.table);
      await proposeResidents({ by: request, cycle, said: { encoding: "utf-8" }, table }, deps);
      return undefined;
    },
  },
);
