import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { LIMITS } from "../../../shared/platform/aws-limits.ts";
import type { Secrets } from "../../../shared/platform/vault.ts";

/** Whoever has these signs for this machine's bucket. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Those of this machine, made at the first start. */
export const localCredentials = async ({
  read,
  create,
}: Pick<Secrets, "read" | "create">): Promise<Credentials> => {
  await create("uploads", randomBytes(30).toString("base64url"));
  return { accessKeyId: "AKIARYNEKLOCAL", secretAccessKey: (await read("uploads")) ?? "" };
};

/** What S3 says no with: a status, and a code and sentence in XML. */
export interface S3Fault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly more?: Readonly<Record<string, string | number>>;
}

export const fault = (status: number, code: string, message: string, more?: S3Fault["more"]): S3Fault => ({
  status,
  code,
  message,
  ...(more && { more }),
});

const ALGORITHM = "AWS4-HMAC-SHA256";

const hmac = (key: string | Uint8Array, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** `AKID/20260101/eu-central-1/s3/aws4_request`. */
const scopeOf = (credential: string) => {
  const [accessKeyId = "", ...scope] = credential.split("/");
  return { accessKeyId, scope };
};

/** A signature of version 4 (AWS Signature Version 4 for API requests, "Create a signed request") under a text. */
const signed = (secret: string, scope: readonly string[], text: string): string => {
  const key = scope.reduce<string | Uint8Array>((from, part) => hmac(from, part), `AWS4${secret}`);
  return hmac(key, text).toString("hex");
};

const NO_KEY = fault(
  403,
  "InvalidAccessKeyId",
  "The AWS Access Key Id you provided does not exist in our records.",
);
const WRONG = fault(
  403,
  "SignatureDoesNotMatch",
  "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
);
const DENIED = fault(403, "AccessDenied", "Access Denied");

/** Whether a text bears the signature of whoever it names; the fault where it does not. */
export const checkSigned = (
  { credential, signature, text }: Readonly<Record<"credential" | "signature" | "text", string>>,
  { accessKeyId, secretAccessKey }: Credentials,
): S3Fault | undefined => {
  const { accessKeyId: named, scope } = scopeOf(credential);
  if (named !== accessKeyId) return NO_KEY;
  return same(signature, signed(secretAccessKey, scope, text)) ? undefined : WRONG;
};

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");

/** "20260101T120000Z" in milliseconds. */
const momentOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

/** Whether a request is signed, in its query or its headers, by whoever may do anything here; the fault where it is not. */
export const checkRequest = (
  { method = "GET", url = "/", headers }: IncomingMessage,
  { credentials, now }: { readonly credentials: Credentials; readonly now: number },
): S3Fault | undefined => {
  const [path = "/", search = ""] = url.split("?", 2);
  const query = new URLSearchParams(search);
  const isInQuery = query.has("X-Amz-Algorithm");
  const [, credential = "", names = "", signature = ""] = isInQuery
    ? [
        "",
        query.get("X-Amz-Credential") ?? "",
        query.get("X-Amz-SignedHeaders") ?? "",
        query.get("X-Amz-Signature") ?? "",
      ]
    : (/Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=(\w+)/.exec(headers.authorization ?? "") ??
      []);
  if (credential === "") return DENIED;
  const date = isInQuery ? (query.get("X-Amz-Date") ?? "") : String(headers["x-amz-date"]);
  if (isInQuery) {
    const seconds = Number(query.get("X-Amz-Expires"));
    if (!(seconds >= 1 && seconds <= LIMITS.signature.most))
      return fault(
        400,
        "AuthorizationQueryParametersError",
        "X-Amz-Expires must be less than a week (in seconds)",
      );
    if (now > momentOf(date) + seconds * 1000) return fault(403, "AccessDenied", "Request has expired");
  }
  const canonical = [
    method,
    path,
    canonicalQuery(query),
    ...names.split(";").map((name) => `${name}:${String(headers[name] ?? "").trim()}`),
    "",
    names,
    isInQuery ? "UNSIGNED-PAYLOAD" : String(headers["x-amz-content-sha256"]),
  ].join("\n");
  const scope = scopeOf(credential).scope.join("/");
  return checkSigned(
    { credential, signature, text: [ALGORITHM, date, scope, hash(canonical)].join("\n") },
    credentials,
  );
};
