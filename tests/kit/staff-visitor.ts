import { DEMO_STAFF } from "../../infra/local/issuer/staff.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { unescaped } from "../pages/tags.ts";
import type { Answer, Call, Place } from "./place.ts";
import { signInAt } from "./sign-in.ts";
import { visitor } from "./visitor.ts";

/** Follows links and forms as a browser would that keeps cookies, reads no script, and stops at every step: at each redirection. */
export const stepVisitor = ({ url, call }: Pick<Place, "url" | "call">) => {
  const jar = new Map<string, string>();

  const go = async (route: string, more: Call = {}): Promise<Answer> => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await call(route, {
      ...more,
      headers: { ...(cookies && { cookie: cookies }), ...(more.form && { origin: url }), ...more.headers },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };

  /** The path on this site that an answer leads to. */
  const locationOf = (answer: Answer): string => {
    const location = answer.headers.get("location") ?? "";
    return location.startsWith(url) ? location.slice(url.length) : location;
  };

  /** The n-th demo person of a role signs in by one click, and is where they wanted to go. */
  const signIn = async (role: Role, n = 0, to = "/urzad"): Promise<Answer> => {
    const person = DEMO_STAFF.filter((one) => one.role === role)[n];
    const start = await go(`GET /urzad/zaloguj?${new URLSearchParams({ do: to })}`);
    const back = await signInAt(start.headers.get("location") ?? "", { username: person?.username ?? "" });
    const landed = await go(`GET ${back.pathname}${back.search}`);
    return await go(`GET ${locationOf(landed)}`);
  };

  return { go, jar, locationOf, signIn };
};

/** The n-th demo person of a role, signed in, with a browser that follows redirections. */
export const staffVisitor = async (place: Place, role: Role, n = 0) => {
  const signedIn = stepVisitor(place);
  await signedIn.signIn(role, n);
  const browser = visitor(place);
  for (const [name, value] of signedIn.jar) browser.cookies.set(name, value);
  return browser;
};

export type StepVisitor = ReturnType<typeof stepVisitor>;

/** The hidden fields of the form with this action, as a browser would send them along. */
export const hiddenFields = (page: string, action: string): Record<string, string> => {
  const form = page.split("<form ").find((text) => text.startsWith(`action="${action}" method="post"`)) ?? "";
  const end = form.indexOf("</form>");
  return Object.fromEntries(
    [...form.slice(0, end).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = "", value = ""]) => [name, unescaped(value)],
    ),
  );
};
