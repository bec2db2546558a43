import { actPages, InEdition } from "../../../shared/acts/act-pages.ts";
import {
  checkResidentsOpen,
  proposeResidents,
  residentsKindOf,
  residentsNow,
} from "../../../shared/acts/cycle/set-residents.ts";
import { glimpseOfTyped, sentTable, TableFields } from "../../../shared/acts/sent-table.ts";
import { residentsView } from "../../../shared/pages/office/residents.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { routes } from "../../routes.ts";

/** Residents per district, pasted as a table or sent as a file; another person accepts what differs. */
export const { get: getOfficeResidents, post: postOfficeResidents } = actPages(
  { get: routes.getOfficeResidents, post: routes.postOfficeResidents },
  {
    summary: "Proposing residents per district",
    params: InEdition,
    body: TableFields,
    takes: "form with a table",
    fields: ["table"],
    typed: (body) => sentTable(body).typed,
    show: async ({ request, cycle, refused }, state) => {
      checkResidentsOpen(cycle);
      return residentsView(frameOf(request), state, cycle, {
        residents: residentsNow(cycle),
        glimpse: await glimpseOfTyped(state.typed, residentsKindOf(cycle)),
        faulty: refused?.code === "table/rows" ? refused.facts : undefined,
      });
    },
    act: async ({ request, cycle }, deps) => {
      const { bytes: table, said } = sentTable(request.body);
      await proposeResidents({ by: request, cycle, said, table }, deps);
      return undefined;
    },
  },
);
