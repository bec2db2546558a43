import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readForm } from "../http/body.ts";
import { refuse } from "../http/problem.ts";
import { replyJson } from "../http/reply.ts";
import type { Grant } from "./authorize.ts";
import { CLIENT_ID, type Tokens } from "./tokens.ts";

interface Desk {
  readonly grants: Map<string, Grant>;
  readonly tokens: Tokens;
  readonly now: number;
}

/** The token endpoint: a code and its verifier for tokens. A code is used up by the first try, good or bad. */
export const exchange = async (
  request: IncomingMessage,
  response: ServerResponse,
  { grants, tokens, now }: Desk,
): Promise<true> => {
  if (request.method !== "POST") return refuse(response, 405, { allow: "POST" });
  const form = await readForm(request);
  if (form === null) return refuse(response, 413);
  const fail = (error: string) => replyJson(response, { error }, { status: 400 });

  if (form.get("grant_type") !== "authorization_code") return fail("unsupported_grant_type");
  if (form.get("client_id") !== CLIENT_ID) return fail("invalid_client");
  const code = form.get("code") ?? "";
  const grant = grants.get(code);
  grants.delete(code);
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  if (
    grant === undefined ||
    grant.until <= now ||
    grant.redirectUri !== form.get("redirect_uri") ||
    grant.challenge !== challenge
  )
    return fail("invalid_grant");
  return replyJson(response, await tokens.signedIn(grant.person, grant.nonce));
};
