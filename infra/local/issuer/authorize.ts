import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { LANGUAGES, languageFor } from "../../../shared/domain/languages.ts";
import { readForm } from "../http/body.ts";
import { addressOf } from "../http/door.ts";
import { refuse } from "../http/problem.ts";
import { redirect, replyPage } from "../http/reply.ts";
import type { Pool } from "../pool.ts";
import { rejectedPage, signInPage } from "./pages.ts";
import { CLIENT_ID, type SignedIn } from "./tokens.ts";

/** An address on this machine: the only kind to which a sign-in leads back. */
export const isLoopbackUrl = (text: string): boolean => {
  const url = URL.parse(text);
  return url?.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
};

/** The code flow with PKCE (RFC 7636), S256 alone. */
const Request = z.object({
  client_id: z.literal(CLIENT_ID),
  redirect_uri: z.string().refine(isLoopbackUrl),
  response_type: z.literal("code"),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal("S256"),
  state: z.string().max(1024).optional(),
  nonce: z.string().max(1024).optional(),
  scope: z.string().max(1024).optional(),
  ui_locales: z.string().max(100).optional(),
});
type Request = z.infer<typeof Request>;

/** What a code stands for until it is exchanged, once, within five minutes. */
export interface Grant {
  readonly person: SignedIn;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly until: number;
}

const FIVE_MINUTES = 5 * 60_000;

/** GET shows who can sign in; POST signs in the person whose button was pressed and leads back with a code. */
export const authorize = async (
  request: IncomingMessage,
  response: ServerResponse,
  {
    grants,
    pool,
    now,
  }: { readonly grants: Map<string, Grant>; readonly pool: Pick<Pool, "accounts">; readonly now: number },
): Promise<true> => {
  const form = request.method === "POST" ? await readForm(request) : addressOf(request).searchParams;
  if (form === null) return refuse(response, 413);
  const language = languageFor(form.get("ui_locales") ?? request.headers["accept-language"], LANGUAGES);
  const parsed = Request.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    return replyPage(response, rejectedPage(fields, language), { status: 400 });
  }
  const asked = parsed.data;
  const people = pool.accounts().filter(({ isEnabled }) => isEnabled);
  if (request.method !== "POST") {
    const page = signInPage(Object.entries(asked), people, language);
    return replyPage(response, page, { formTargets: new URL(asked.redirect_uri).origin });
  }
  const person = people.find(({ username }) => username === form.get("username"));
  if (person === undefined) return refuse(response, 400);
  return redirect(response, backWithCode(asked, person, grants, now));
};

const backWithCode = (asked: Request, person: SignedIn, grants: Map<string, Grant>, now: number): string => {
  for (const [code, grant] of grants) if (grant.until <= now) grants.delete(code);
  const code = randomBytes(32).toString("base64url");
  grants.set(code, {
    person,
    redirectUri: asked.redirect_uri,
    challenge: asked.code_challenge,
    nonce: asked.nonce ?? null,
    until: now + FIVE_MINUTES,
  });
  const back = new URL(asked.redirect_uri);
  back.searchParams.set("code", code);
  if (asked.state !== undefined) back.searchParams.set("state", asked.state);
  return back.href;
};
