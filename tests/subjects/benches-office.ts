/** The benches behind their doors, and staff who knock at them. */
import { afterAll, beforeAll, expect } from "vitest";
import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import { subjectOf as idOf } from "../../infra/local/issuer/tokens.ts";
import type { PendingId } from "../../shared/domain/ids.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { type Invoke, serve } from "../../shared/platform/serve.ts";
import { type Answered, answered, httpEvent, staffClaims } from "../kit/event.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { stepVisitor } from "../kit/staff-visitor.ts";
import { fieldsOf, postFormsOf } from "../kit/visitor.ts";
import { tagsOf } from "../pages/tags.ts";
import { type Bench, benchAt, benchEndpoints, benchRows, putBench } from "./benches.ts";

export const personOf = (role: Role) => {
  const person = DEMO_STAFF.find((one) => one.role === role);
  if (!person) throw new Error(`nobody is ${role}`);
  return { id: idOf(person), name: person.name };
};

export type Row = keyof typeof benchRows;

interface Sending {
  readonly role?: Role;
  readonly version?: number;
  readonly body?: object;
  readonly fields?: [string, string][];
  readonly key?: string;
  readonly language?: "en";
}

const DRAFT: Omit<Bench, "id"> = {
  name: "Ławka pod lipą",
  kind: "wood",
  places: 3,
  donor: null,
  state: "draft",
  by: "somebody-else",
  isChecked: true,
  isTaken: false,
  version: 4,
};

export const formOn = (page: Answered, action: string) =>
  postFormsOf(page.text).find((form) => tagsOf(form)[0]?.attributes.action === action);

/** The fields of a form with others in place of those that it holds. */
export const filled = (
  page: Answered,
  action: string,
  change: Readonly<Record<string, string>>,
): [string, string][] => [
  ...fieldsOf(page.text, action).filter(([name]) => !(name in change)),
  ...Object.entries(change),
];

export const detailOf = (answer: Answered): string => (answer.json() as { detail: string }).detail;

/** What a file of tests has to do with them; its place is open while they run. */
export const openBenches = () => {
  let place: Place;
  let ask: Invoke;
  /** When all of this happens. */
  let now: number;
  const cookies = new Map<Role, string[]>();
  beforeAll(async () => {
    place = await openPlace();
    now = place.clock.now();
    ask = serve(
      { endpoints: benchEndpoints.map((one) => ({ route: one.route, load: async () => one })) },
      place.deps,
    );
    for (const role of ["editor", "admin"] as const) {
      const browser = stepVisitor(place);
      await browser.signIn(role);
      cookies.set(
        role,
        [...browser.jar].map(([name, value]) => `${name}=${value}`),
      );
    }
  });
  afterAll(() => place?.close());

  /** Knocks at a row as staff do: at the API with a token, at the office with a session. */
  const go = async (
    row: Row,
    id = "",
    { role = "editor", version, body, fields, key, language }: Sending = {},
  ): Promise<Answered> => {
    const { key: route, who } = benchRows[row];
    const { id: sub, name } = personOf(role);
    const [method, path = ""] = route.split(" ");
    const at = path.replace("{benchId}", id);
    return answered(
      await ask(
        httpEvent({
          ask: `${method} ${language === undefined ? "" : `/${language}`}${at}`,
          route,
          at: now,
          headers: {
            ...(version !== undefined && { "if-match": `"v${version}"` }),
            ...(key !== undefined && { "idempotency-key": key }),
          },
          ...(who.by === "staff-cookie"
            ? { cookies: cookies.get(role) ?? [] }
            : { claims: staffClaims(role, { sub, name }, now) }),
          ...(fields ? { body: new URLSearchParams(fields) } : body && { body }),
        }),
      ),
    );
  };

  let count = 0;
  const aBench = async (change: Partial<Bench> = {}): Promise<Bench> => {
    count += 1;
    const bench = { ...DRAFT, id: `b${count}`, ...change };
    await putBench(bench, place.deps);
    return bench;
  };

  const recordsOf = async (subject: string) => (await place.deps.store.audit.list(subject)).items;

  /** Nothing was done, and nothing recorded. */
  const isAsItWas = async (bench: Bench): Promise<void> => {
    expect(await benchAt(bench.id, place.deps)).toEqual(bench);
    expect(await recordsOf(bench.id)).toEqual([]);
  };

  const stored = (id: string) => benchAt(id, place.deps);
  const proposal = (id: string) => place.deps.store.pending.get(id as PendingId);
  /** Changes a bench as nobody's act. */
  const alter = (bench: Bench) => putBench(bench, place.deps);

  return { go, aBench, alter, proposal, stored, recordsOf, isAsItWas };
};
