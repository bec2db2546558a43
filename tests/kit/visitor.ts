import { tagsOf } from "../pages/tags.ts";
import type { Place } from "./place.ts";

export interface Seen {
  readonly status: number;
  /** Where the browser ended up, after redirections. */
  readonly path: string;
  readonly text: string;
  readonly headers: Headers;
  /** Everything that went over the wire for this page in its addresses and Set-Cookie headers. */
  readonly wire: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

const pairsOf = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );

/** What the form at an action holds already: hidden fields, what is ticked, what is typed. */
export const fieldsOf = (page: string, action: string): [string, string][] => {
  const start = page.indexOf(`<form action="${action}"`);
  if (start < 0) throw new Error(`no form for ${action} on this page`);
  return tagsOf(page.slice(start, page.indexOf("</form>", start))).flatMap(({ name, attributes }) => {
    if (name !== "input" || attributes.name === undefined) return [];
    const isOff = ["radio", "checkbox"].includes(attributes.type ?? "") && attributes.checked === undefined;
    return isOff ? [] : [[attributes.name, attributes.value ?? ""] as [string, string]];
  });
};

/** A browser without scripts: keeps cookies, follows redirections, sends forms with what they hold. */
export const visitor = (place: Place) => {
  const cookies = new Map<string, string>();

  const go = async (method: string, path: string, body?: URLSearchParams, wire = ""): Promise<Seen> => {
    const reply = await fetch(`${place.url}${path}`, {
      method,
      redirect: "manual",
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body && { origin: place.url, "sec-fetch-site": "same-origin" }),
      },
      ...(body && { body }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0(?:;|$)/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const seen = `${wire}${path}\n${reply.headers.getSetCookie().join("\n")}\n${reply.headers.get("location") ?? ""}\n`;
    const location = reply.headers.get("location");
    if (reply.status === 303 && location) {
      await reply.text();
      return go("GET", location, undefined, seen);
    }
    return { status: reply.status, path, text: await reply.text(), headers: reply.headers, wire: seen };
  };

  return {
    cookies,
    open: (path: string): Promise<Seen> => go("GET", path),
    /** Fills in and sends a form of the page that is seen: `fields` replace what it holds, the rest goes as it is. */
    send: (seen: Pick<Seen, "text">, action: string, fields: Fields = {}): Promise<Seen> =>
      go(
        "POST",
        action,
        new URLSearchParams([
          ...fieldsOf(seen.text, action).filter(([name]) => !(name in fields)),
          ...pairsOf(fields),
        ]),
      ),
    post: (path: string, fields: Fields): Promise<Seen> =>
      go("POST", path, new URLSearchParams(pairsOf(fields))),
  };
};

export type Visitor = ReturnType<typeof visitor>;
