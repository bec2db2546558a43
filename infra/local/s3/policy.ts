import { z } from "zod";
import { LIMITS } from "../../../shared/platform/aws-limits.ts";
import { type Credentials, checkSigned, fault, type S3Fault } from "./signature.ts";

const Exact = z.record(z.string(), z.string());
const Match = z.tuple([z.enum(["eq", "starts-with"]), z.string(), z.string()]);
const Range = z.tuple([z.literal("content-length-range"), z.coerce.number(), z.coerce.number()]);
const Policy = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(z.union([Exact, Match, Range])),
});
type Policy = z.infer<typeof Policy>;

/** Fields of a form by their names in lower case, as S3 compares them. */
type Fields = ReadonlyMap<string, string>;

/** Fields that a policy need not name (Amazon S3 API Reference, "Creating a POST policy"). */
const isFree = (name: string): boolean =>
  ["x-amz-signature", "policy", "file"].includes(name) || name.startsWith("x-ignore-");

const denied = (why: string): S3Fault => fault(403, "AccessDenied", `Invalid according to Policy: ${why}`);

const policyOf = (text: string): Policy | undefined => {
  try {
    return Policy.safeParse(JSON.parse(Buffer.from(text, "base64").toString("utf8"))).data;
  } catch {
    return undefined;
  }
};

/** A condition on a field: its name in lower case, and whether its value is as it has to be. */
interface Condition {
  readonly name: string;
  readonly holds: (value: string) => boolean;
  readonly said: unknown;
}

const conditionsOf = ({ conditions }: Policy): Condition[] =>
  conditions.flatMap((one): Condition[] => {
    if (!Array.isArray(one))
      return Object.entries(one).map(([name, asked]) => ({
        name: name.toLowerCase(),
        holds: (value) => value === asked,
        said: ["eq", `$${name}`, asked],
      }));
    if (one[0] === "content-length-range") return [];
    const [how, name, asked] = one;
    return [
      {
        name: name.replace(/^\$/, "").toLowerCase(),
        holds: (value) => (how === "eq" ? value === asked : value.startsWith(asked)),
        said: one,
      },
    ];
  });

/** What a form may post, by its own policy. */
interface Allowed {
  readonly key: string;
  readonly least: number;
  readonly most: number;
}

/** Whether a form is signed, still open, and as its policy wants it, as S3 checks it before it takes the file. */
export const allowedBy = (
  fields: Fields,
  {
    bucket,
    credentials,
    now,
  }: { readonly bucket: string; readonly credentials: Credentials; readonly now: number },
): Allowed | S3Fault => {
  const text = fields.get("policy");
  const key = fields.get("key");
  if (text === undefined) return fault(403, "AccessDenied", "Access Denied");
  if (key === undefined)
    return fault(400, "InvalidArgument", "Bucket POST must contain a field named 'key'.");
  const signature = fields.get("x-amz-signature") ?? "";
  const unsigned = checkSigned(
    { credential: fields.get("x-amz-credential") ?? "", signature, text },
    credentials,
  );
  if (unsigned) return unsigned;
  const policy = policyOf(text);
  if (!policy) return fault(400, "InvalidPolicyDocument", "Invalid Policy: Invalid JSON.");
  if (Date.parse(policy.expiration) <= now) return denied("Policy expired.");
  const conditions = conditionsOf(policy);
  for (const { name, holds, said } of conditions) {
    const value = name === "bucket" ? bucket : (fields.get(name) ?? "");
    if (!holds(value)) return denied(`Policy Condition failed: ${JSON.stringify(said)}`);
  }
  const extra = [...fields.keys()].filter(
    (name) => !isFree(name) && !conditions.some((condition) => condition.name === name),
  );
  if (extra.length > 0) return denied(`Extra input fields: ${extra.join(", ")}`);
  const range = policy.conditions.find((one) => Array.isArray(one) && one[0] === "content-length-range");
  const [, least = 0, most = LIMITS.object.most] = (range ?? []) as [string?, number?, number?];
  return { key, least, most };
};
