import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { OfficeHomeModel } from "../../shared/pages/office/home.ts";
import type { Deps } from "../../shared/platform/deps.ts";

type Queue = OfficeHomeModel["queues"][number];

/** How many meetings are counted; nobody has more before them. */
const MOST_MEETINGS = 200;

/** What waits for somebody, with its number; a queue in which nothing waits is not shown. */
export const queuesOf = async (
  open: readonly Cycle[],
  mayOpen: (path: string) => boolean,
  { store, system }: Deps,
): Promise<Queue[]> => {
  const queues: Queue[] = [];
  if (mayOpen("/urzad/wnioski")) {
    const lists = await Promise.all(open.map(({ id }) => store.projects.list(id)));
    const statuses = lists.flatMap(({ items }) => items.map(({ status }) => status));
    const countOf = (wanted: string): number => statuses.filter((status) => status === wanted).length;
    queues.push(
      { what: "toCheck", count: countOf("submitted"), path: "/urzad/wnioski" },
      { what: "toAdmit", count: countOf("formally-accepted"), path: "/urzad/wnioski" },
    );
  }
  if (mayOpen("/urzad/oswiadczenia")) {
    const waiting = await Promise.all(open.map(({ id }) => store.statements.undecided(id)));
    queues.push({
      what: "toDecide",
      count: waiting.reduce((sum, count) => sum + count, 0),
      path: "/urzad/oswiadczenia",
    });
  }
  if (mayOpen("/urzad/spotkania")) {
    const { items } = await store.meetings.agenda("all", { after: system.now(), limit: MOST_MEETINGS });
    queues.push({ what: "meetings", count: items.length, path: "/urzad/spotkania" });
  }
  return queues.filter(({ count }) => count > 0);
};
