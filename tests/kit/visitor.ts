import { tagsOf, unescaped } from "../pages/tags.ts";
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

/** The forms of a page that change something, each from its tag to its end. */
export const postFormsOf = (page: string): string[] =>
  page
    .split(/(?=<form )/)
    .map((text) => text.slice(0, text.indexOf("</form>")))
    .filter((text) => text.startsWith("<form ") && tagsOf(text)[0]?.attributes.method === "post");

/** What is sent of a text area: HTML drops the line break after its tag, and sends each other one as two characters. */
const sentText = (text: string): string => text.replace(/^\n/, "").replaceAll("\n", "\r\n");

/** What a form holds already: hidden fields, what is ticked, what is typed or chosen. */
export const heldBy = (form: string): [string, string][] => {
  const typed = [...form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)/g)];
  const lists = [...form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs)];
  return [
    ...tagsOf(form).flatMap(({ name, attributes }): [string, string][] => {
      if (name !== "input" || attributes.name === undefined) return [];
      if (attributes.type === "file") return [];
      const isOff = ["radio", "checkbox"].includes(attributes.type ?? "") && attributes.checked === undefined;
      return isOff ? [] : [[attributes.name, unescaped(attributes.value ?? "")]];
    }),
    ...typed.map(([, name = "", text = ""]): [string, string] => [name, sentText(unescaped(text))]),
    ...lists.map(([, name = "", options = ""]): [string, string] => {
      const all = tagsOf(options).filter(({ name, isEnd }) => name === "option" && !isEnd);
      const chosen = all.find(({ attributes }) => attributes.selected !== undefined) ?? all[0];
      return [name, unescaped(chosen?.attributes.value ?? "")];
    }),
  ];
};

const formAt = (page: string, action: string): string => {
  const form = postFormsOf(page).find((text) => tagsOf(text)[0]?.attributes.action === action);
  if (form === undefined) throw new Error(`no form for ${action} on this page`);
  return form;
};

/** What the form at an action holds already. */
export const fieldsOf = (page: string, action: string): [string, string][] => heldBy(formAt(page, action));

/** A form in parts, as a browser sends one with a field for a file; nothing chosen is a file without name and content. */
const inParts = (pairs: readonly [string, string][], file: Uint8Array | undefined): FormData => {
  const parts = new FormData();
  for (const [name, value] of pairs) parts.append(name, value);
  parts.append("file", new File(file ? [new Uint8Array(file)] : [], file ? "tabela.csv" : ""));
  return parts;
};

/** The ways in which a form can be sent as it stands: one a button. */
export const sendingsOf = (
  form: string,
): { readonly action: string; readonly fields: [string, string][] }[] => {
  const [tag, ...tags] = tagsOf(form);
  const buttons = tags.filter(({ name, isEnd }) => name === "button" && !isEnd);
  return buttons.map(({ attributes: { name, value = "" } }) => ({
    action: tag?.attributes.action ?? "",
    fields: [...heldBy(form), ...(name === undefined ? [] : [[name, value] as [string, string]])],
  }));
};

/** A browser without scripts, with these cookies at first: keeps cookies, follows redirections, sends forms with what they hold. */
export const visitor = (place: Place, cookie = "") => {
  const cookies = new Map<string, string>(
    cookie.split("; ").flatMap((one) => {
      const [, name = "", value = ""] = /^([^=]+)=(.*)$/.exec(one) ?? [];
      return name === "" ? [] : [[name, value]];
    }),
  );

  const go = async (
    method: string,
    path: string,
    body?: URLSearchParams | FormData,
    wire = "",
  ): Promise<Seen> => {
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
    send: (
      seen: Pick<Seen, "text">,
      action: string,
      fields: Fields = {},
      file?: Uint8Array,
    ): Promise<Seen> => {
      const form = formAt(seen.text, action);
      const pairs = [...heldBy(form).filter(([name]) => !(name in fields)), ...pairsOf(fields)];
      const takesFile = tagsOf(form)[0]?.attributes.enctype === "multipart/form-data";
      return go("POST", action, takesFile ? inParts(pairs, file) : new URLSearchParams(pairs));
    },
    post: (path: string, fields: Fields | [string, string][]): Promise<Seen> =>
      go("POST", path, new URLSearchParams(Array.isArray(fields) ? fields : pairsOf(fields))),
  };
};

export type Visitor = ReturnType<typeof visitor>;
