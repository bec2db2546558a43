import { randomBytes } from "node:crypto";
import { type House, openHouse } from "../../infra/local/house.ts";
import { DEMO_STAFF, type DemoPerson } from "../../infra/local/issuer/staff.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { KATOWICE } from "./katowice.ts";
import { nextStart } from "./time.ts";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  /** An Idempotency-Key; `true` makes one. */
  readonly key?: string | true;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
}

export const newKey = (): string => randomBytes(24).toString("base64url");

/** The whole system in memory, behind its real HTTP door, with its clock, mailbox and staff. */
export const openPlace = async (parts: Partial<Parameters<typeof openHouse>[0]> = {}) => {
  const said: string[] = [];
  const house: House = await openHouse({
    city: KATOWICE,
    folder: null,
    port: 0,
    startsAt: nextStart(),
    say: (line) => said.push(line),
    onGone: (fault) => said.push(fault.message),
    ...parts,
  });

  const call = async (
    route: string,
    { body, headers = {}, token, key, form }: Call = {},
  ): Promise<Answer> => {
    const [method = "GET", path = "/"] = route.split(" ");
    const isText = typeof body === "string";
    const payload = form
      ? new URLSearchParams(
          Object.entries(form).flatMap(([name, value]) =>
            [value].flat().map((one): [string, string] => [name, one]),
          ),
        )
      : isText || body === undefined
        ? body
        : JSON.stringify(body);
    const reply = await fetch(`${house.url}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(body !== undefined && { "content-type": isText ? "text/csv" : "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== undefined && { "idempotency-key": key === true ? newKey() : key }),
        ...headers,
      },
      ...(payload !== undefined && { body: payload as string }),
    });
    const text = await reply.text();
    const isJson = reply.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: reply.status,
      text,
      headers: reply.headers,
      body: isJson && text !== "" ? JSON.parse(text) : undefined,
    };
  };

  const minted = new Map<DemoPerson, Promise<string>>();
  /** A bearer token of the n-th demo person of a role. */
  const staff = async (role: Role, n = 0): Promise<string> => {
    const person = DEMO_STAFF.filter((one) => one.role === role)[n];
    if (!person) throw new Error(`no ${n}-th ${role}`);
    const token = minted.get(person) ?? house.issuer.mint(person);
    minted.set(person, token);
    return token;
  };

  /** The latest letter to an address, once everybody has been told whom a write says to tell. */
  const letterTo = async (to: string) => {
    await house.told();
    return house.mailbox.mails("0", to).at(-1);
  };

  /** Every letter and text that was sent, oldest first: the mailbox shows a thousand at a time. */
  const letters = () => {
    const all = house.mailbox.mails("0");
    for (let page = all; page.length > 0; ) {
      page = house.mailbox.mails(page.at(-1)?.id ?? "0");
      all.push(...page);
    }
    return all;
  };

  return { ...house, said, call, staff, letterTo, letters };
};

export type Place = Awaited<ReturnType<typeof openPlace>>;
