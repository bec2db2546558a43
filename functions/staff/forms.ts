import { z } from "zod";
import { FormCounts } from "../../shared/domain/form-counts.ts";
import { mayBeEmpty } from "../../shared/domain/text.ts";
import { dayOf, type Instant, LocalDate, plusDays } from "../../shared/domain/time.ts";
import { formsView } from "../../shared/pages/office/forms.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { json, view } from "../../shared/platform/http.ts";
import type { Route } from "../../shared/platform/route.ts";
import { inLanguage } from "../../shared/words/fallback.ts";
import { FORMS, type FormName } from "../forms.ts";
import { routes } from "../routes.ts";

/** A season of a budget is asked for in parts. */
const MOST_DAYS = 92;
/** What is told to who asks for no days. */
const RECENT_DAYS = 28;

const Days = z
  .strictObject({ from: mayBeEmpty(LocalDate), to: mayBeEmpty(LocalDate) })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    params: { rule: "end-before-start" },
    path: ["to"],
  });

const spanOf = ({ from, to }: z.infer<typeof Days>, now: Instant): { from: LocalDate; days: LocalDate[] } => {
  const last = to ?? (from === undefined ? dayOf(now) : plusDays(from, RECENT_DAYS - 1));
  const first = from ?? plusDays(last, 1 - RECENT_DAYS);
  const days: LocalDate[] = [];
  for (let day = first; day <= last && days.length < MOST_DAYS; day = plusDays(day, 1)) days.push(day);
  return { from: first, days };
};

const FormDays = z.object({
  form: z.string().describe("By the operation that takes it"),
  days: z.array(FormCounts.extend({ day: LocalDate })),
});

const reportOf = async (query: z.infer<typeof Days>, now: Instant, { store }: Pick<Deps, "store">) => {
  const { from, days } = spanOf(query, now);
  const items = await Promise.all(
    FORMS.map(async (form) => ({ form, days: await store.formCounts.of(form, days) })),
  );
  return { from, to: days.at(-1) ?? from, items: items.filter((one) => one.days.length > 0) };
};

export const getForms = endpoint(routes.getForms, {
  summary: "How often residents' forms were opened, sent and sent in vain, by day",
  description: [
    `Of the last ${RECENT_DAYS} days, or of those from \`from\` to \`to\`, ${MOST_DAYS} at most.`,
    "Days without any are left out, and so are forms. Nothing of who filled a form in is kept.",
  ].join(" "),
  query: Days,
  replies: {
    200: z.object({ from: LocalDate, to: LocalDate, items: z.array(FormDays) }).meta({ id: "FormReport" }),
  },
  handle: async ({ query, receivedAt }, deps) => json(await reportOf(query, receivedAt, deps)),
});

export const getOfficeForms = endpoint(routes.getOfficeForms, {
  summary: "How residents get on with the forms",
  query: Days,
  handle: async (request, deps) => {
    const { items, ...span } = await reportOf(request.query, request.receivedAt, deps);
    const { words } = request;
    const names: Readonly<Record<string, string>> = words.forms.names;
    const nameOf = (form: FormName): string => {
      const { title }: Route = routes[form];
      return title ? inLanguage(title, words.language) : (names[form] ?? form);
    };
    const forms = items.map(({ form, days }) => ({ name: nameOf(form), days }));
    return view(formsView(frameOf(request), { ...span, forms }));
  },
});
