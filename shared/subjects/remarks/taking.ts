import { notValid, type Refusal, refusal } from "../../domain/refusals.ts";
import type { Result } from "../../domain/result.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Request } from "../../platform/endpoint.ts";
import type { Write } from "../../store/write.ts";
import { activityStateAt, remarksWindow } from "../consultations/activity-rules.ts";
import { said } from "../consultations/pages.ts";
import { type Consultation, paragraphsOf, statusAt } from "../consultations/rules.ts";
import { documentText } from "../consultations/writing.ts";
import { arrivals, arriving } from "../moderation/arriving.ts";
import type { About, Remark } from "./rules.ts";
import { openRemarks, type Taken } from "./store.ts";

export const remarksOf = ({ id }: Pick<Consultation, "id">, { store }: Pick<Deps, "store">) =>
  openRemarks(store.table, id);

/** Whether somebody can say something on line now. */
export const takesRemarks = (consultation: Consultation, now: Instant): boolean => {
  const { activities, forms } = consultation;
  const own = activities.find(({ kind }) => kind === "remarks");
  return (
    statusAt(consultation, now) === "gathering" &&
    activityStateAt(remarksWindow(consultation), now) === "open" &&
    (own?.forms ?? forms).includes("online")
  );
};

/** Why nothing can be said on line now: the time of the remarks, or what the consultation is. */
export const notTaking = (
  consultation: Consultation,
  { receivedAt: now, words }: Pick<Request, "receivedAt" | "words">,
): Refusal => {
  const status = statusAt(consultation, now);
  const { startsAt, endsAt } = remarksWindow(consultation);
  return status === "gathering" && activityStateAt({ startsAt, endsAt }, now) !== "open"
    ? refusal("consultation/remarks-time", { startsAt, endsAt })
    : refusal("act/wrong-state", { state: said({ words }).statuses[status] });
};

/** Remarks with their numbers, each with the look that it waits for. */
export const takeRemarks = (
  consultation: Consultation,
  taken: Taken,
  now: Instant,
  deps: Deps,
  also: (remarks: readonly Remark[]) => readonly Write[],
): Promise<Result<Remark[]>> => {
  const shown = taken.map(({ remark, author }) => ({ remark: arriving(remark, consultation), author }));
  return remarksOf(consultation, deps).take(shown, consultation.endsAt, (made) => [
    ...made.flatMap((one, n) => {
      const { text = "", shownName } = taken[n]?.remark ?? {};
      return arrivals(consultation, one, { text, shownName }, now, deps);
    }),
    ...also(made),
  ]);
};

/** What is wrong with a paragraph that no version of a document has. */
export const wrongSpot = async (
  { id }: Pick<Consultation, "id">,
  about: About,
  deps: Pick<Deps, "store">,
): Promise<Refusal | undefined> => {
  if (about.kind !== "paragraph") return undefined;
  const text = await documentText(id, about.document, about.version, deps);
  const isThere =
    text !== undefined && about.paragraph >= 1 && about.paragraph <= paragraphsOf(text.text).length;
  return isThere ? undefined : notValid([{ pointer: "/paragraph", rule: "choice" }]);
};

/** The paragraphs of the latest version of each document, as a list to choose from. */
export const spotsOf = async (
  { id, documents }: Pick<Consultation, "id" | "documents">,
  deps: Pick<Deps, "store">,
): Promise<
  { readonly spot: string; readonly title: string; readonly paragraph: number; readonly text: string }[]
> => {
  const latest = documents.flatMap(({ id: document, versions }) => {
    const last = versions.at(-1);
    return last?.hasText ? { document, ...last } : [];
  });
  const texts = await Promise.all(
    latest.map(({ document, version }) => documentText(id, document, version, deps)),
  );
  return latest.flatMap(({ document, version, title }, n) =>
    paragraphsOf(texts[n]?.text ?? "").map((text, index) => ({
      spot: `${document}/${version}/${index + 1}`,
      title,
      paragraph: index + 1,
      text,
    })),
  );
};
