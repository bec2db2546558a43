import { existsSync, readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import {
  BatchGetCommand,
  BatchWriteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Gateway, openGateway } from "../../infra/local/gateway.ts";
import { HERE, NAMES } from "../../infra/local/local-deps.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { type AwsLimit, LIMITS } from "../../shared/platform/aws-limits.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { openStorage } from "../kit/storage.ts";

/** What the function behind the gateway answers next. */
let answers: () => unknown = () => ({ statusCode: 200 });
let gateway: Gateway;
let place: Place;
let client: DynamoDBDocumentClient;
let mail: SESClient;
let texts: SNSClient;
let storage: Awaited<ReturnType<typeof openStorage>>;

beforeAll(async () => {
  gateway = await openGateway({
    spoken: LANGUAGES,
    rows: [
      { key: "ANY /x", fn: "site", guard: "none" },
      { key: "ANY /x/{long}", fn: "site", guard: "none" },
    ],
    invoke: async () => answers(),
    authorizer: async () => null,
    clock: { now: () => 0 },
    frontSecret: "front",
    port: 0,
    host: "127.0.0.1",
    onAccident: () => undefined,
  });
  place = await openPlace();
  storage = await openStorage();
  client = place.deps.store.table.client;
  mail = new SESClient({ ...HERE, endpoint: `${place.url}/local/ses`, maxAttempts: 1 });
  texts = new SNSClient({ ...HERE, endpoint: `${place.url}/local/sns`, maxAttempts: 1 });
});
afterAll(async () => {
  await gateway.close();
  await storage.close();
  mail.destroy();
  texts.destroy();
  await place.close();
});

type Result = number | string;

const statusOf = async (path: string, init?: RequestInit): Promise<Result> =>
  (await fetch(`${gateway.url}${path}`, init)).status;

/** The name of the error that AWS's client throws, or that all went well. */
const errorOf = (work: Promise<unknown>): Promise<Result> =>
  work.then(
    () => "ok",
    (error: Error) => error.name,
  );

/** A path that makes an address of so many bytes: CloudFront counts the scheme and the host. */
const pathOf = (bytes: number): string => {
  const start = `https://${new URL(gateway.url).host}/x?`;
  return `/x?${"a".repeat(bytes - start.length)}`;
};

const longPath = (bytes: number): string => `/x/${"a".repeat(bytes - 3)}`;

/** A GET with a body: no fetch sends one. */
const getWith = (body: string): Promise<Result> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(`${gateway.url}/x`, {
      method: "GET",
      headers: { "content-length": body.length },
    });
    sent.on("response", (reply) => void textOf(reply).then(() => resolve(reply.statusCode ?? 0)));
    sent.on("error", reject);
    sent.end(body);
  });

/** So many bytes of headers, names among them. */
const raw = (bytes: number): Promise<Result> =>
  new Promise((resolve) => {
    const { host, port } = new URL(gateway.url);
    const names = Array.from({ length: 400 }, (_, n) => `x${String(n).padStart(3, "0")}`);
    const each = Math.floor((bytes - 100) / names.length) - 8;
    const lines = names.map((name) => `${name}${"n".repeat(each)}: v\r\n`).join("");
    const socket = connect(Number(port), "127.0.0.1", () =>
      socket.write(`GET /x HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n${lines}\r\n`),
    );
    void textOf(socket).then((reply) => resolve(Number(/^HTTP\/1.1 (\d+)/.exec(reply)?.[1])));
  });

const answering = async (body: string | Buffer): Promise<Result> => {
  answers = () => ({
    statusCode: 200,
    body: typeof body === "string" ? body : body.toString("base64"),
    isBase64Encoded: typeof body !== "string",
  });
  return await statusOf("/x");
};

const lettersTo = (...to: string[]) =>
  errorOf(
    mail.send(
      new SendRawEmailCommand({
        Destinations: to,
        RawMessage: { Data: Buffer.from("From: a@miasto.example\r\nSubject: x\r\n\r\nx") },
      }),
    ),
  );

const rawLetter = (bytes: number) =>
  errorOf(
    mail.send(
      new SendRawEmailCommand({
        Destinations: ["jan@poczta.example"],
        RawMessage: {
          Data: Buffer.concat([Buffer.from("From: a@miasto.example\r\n\r\n"), Buffer.alloc(bytes, "x\n")]),
        },
      }),
    ),
  );

/** The code that S3 answers, or that all went well. */
const codeOf = async (reply: Response): Promise<Result> =>
  reply.ok ? "ok" : (/<Code>(\w+)</.exec(await reply.text())?.[1] ?? reply.status);

/** A form that puts a file, with so many more bytes before it than its own. */
const posting = async (more: number): Promise<Result> => {
  const { url, fields } = await createPresignedPost(storage.client, {
    Bucket: storage.bucket,
    Key: "a",
    Conditions: [["starts-with", "$x-amz-meta-note", ""]],
  });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, "x-amz-meta-note": "a".repeat(more) }))
    form.append(name, value);
  form.append("file", new Blob(["x"]));
  return codeOf(await fetch(url, { method: "POST", body: form }));
};

/** Puts an object that is said to have so many bytes, of which one goes out. */
const announcing = async (bytes: number): Promise<Result> => {
  const signed = await getSignedUrl(
    storage.client,
    new PutObjectCommand({ Bucket: storage.bucket, Key: "a" }),
    { expiresIn: 60 },
  );
  return await new Promise((resolve, reject) => {
    const sent = httpRequest(signed, { method: "PUT", headers: { "content-length": bytes } });
    sent.on("error", reject);
    sent.on("response", (reply) => {
      const { statusCode: status = 0 } = reply;
      void textOf(reply).then((body) => {
        sent.destroy();
        resolve(codeOf(new Response(body, { status })));
      });
    });
    sent.write("x");
  });
};

/** Reads an object by an address that is signed for so many seconds. */
const signedFor = async (expiresIn: number): Promise<Result> => {
  await storage.client.send(new PutObjectCommand({ Bucket: storage.bucket, Key: "a", Body: "x" }));
  const signed = new URL(
    await getSignedUrl(storage.client, new GetObjectCommand({ Bucket: storage.bucket, Key: "a" }), {
      expiresIn: Math.min(expiresIn, LIMITS.signature.most),
    }),
  );
  // Its own client signs no longer one.
  signed.searchParams.set("X-Amz-Expires", `${expiresIn}`);
  return codeOf(await fetch(signed));
};

const keys = (count: number) => Array.from({ length: count }, (_, n) => ({ pk: `TEST#${n}`, sk: "-" }));

/** The door of the others is the state machine: tests/workflows/states.test.ts passes it. */
type Passed = Exclude<keyof typeof LIMITS, "state">;

/** What is within a limit, and what passes it, each through its real door. */
const TRIES: {
  readonly [L in Passed]: readonly [within: () => Promise<Result>, beyond: () => Promise<Result>];
} = {
  // The firewall takes less of a path and of a query than CloudFront does of both.
  url: [() => statusOf(`/x?${"a".repeat(LIMITS.query.most)}`), () => statusOf(pathOf(LIMITS.url.most + 1))],
  path: [() => statusOf(longPath(LIMITS.path.most)), () => statusOf(longPath(LIMITS.path.most + 1))],
  query: [
    () => statusOf(`/x?${"a".repeat(LIMITS.query.most)}`),
    () => statusOf(`/x?${"a".repeat(LIMITS.query.most + 1)}`),
  ],
  cookies: [
    // The gateway counts them with everything else.
    () => statusOf("/x", { headers: { cookie: `a=${"a".repeat(LIMITS.headers.most - 500)}` } }),
    () => statusOf("/x", { headers: { cookie: `a=${"a".repeat(LIMITS.cookies.most)}` } }),
  ],
  headersAtEdge: [() => raw(LIMITS.headersAtEdge.most - 1000), () => raw(LIMITS.headersAtEdge.most + 4000)],
  bodyOfGet: [() => getWith(""), () => getWith("x")],
  headers: [
    () => statusOf("/x", { headers: { a: "a".repeat(LIMITS.headers.most - 500) } }),
    () => statusOf("/x", { headers: { a: "a".repeat(LIMITS.headers.most) } }),
  ],
  body: [
    // What a function is handed is less than what the gateway takes: text that is sent on as it is comes nearest.
    () => statusOf("/x", { method: "POST", body: "a".repeat(5_000_000) }),
    () => statusOf("/x", { method: "POST", body: new Uint8Array(LIMITS.body.most + 1) }),
  ],
  event: [
    () => statusOf("/x", { method: "POST", body: "a".repeat(LIMITS.event.most - 5000) }),
    // Bytes that are no text are in base64 by then, a third longer.
    () => statusOf("/x", { method: "POST", body: new Uint8Array((LIMITS.event.most * 3) / 4) }),
  ],
  answer: [
    () => answering(Buffer.alloc((LIMITS.answer.most * 3) / 4 - 1000)),
    () => answering('"'.repeat(LIMITS.answer.most / 2)),
  ],
  wait: [
    () => statusOf("/x"),
    async () => {
      const impatient = await openGateway({
        spoken: LANGUAGES,
        rows: [{ key: "ANY /x", fn: "site", guard: "none" }],
        invoke: () => new Promise(() => undefined),
        authorizer: async () => null,
        clock: { now: () => 0 },
        frontSecret: "front",
        port: 0,
        host: "127.0.0.1",
        onAccident: () => undefined,
        waitMs: 20,
      });
      const { status } = await fetch(`${impatient.url}/x`);
      await impatient.close();
      return status;
    },
  ],
  letter: [() => rawLetter(1000), () => rawLetter(LIMITS.letter.most)],
  recipients: [
    () => lettersTo(...keys(LIMITS.recipients.most).map((_, n) => `jan${n}@poczta.example`)),
    () => lettersTo(...keys(LIMITS.recipients.most + 1).map((_, n) => `jan${n}@poczta.example`)),
  ],
  localPart: [
    () => lettersTo(`${"a".repeat(LIMITS.localPart.most)}@poczta.example`),
    () => lettersTo(`${"a".repeat(LIMITS.localPart.most + 1)}@poczta.example`),
  ],
  text: [
    () =>
      errorOf(
        texts.send(
          new PublishCommand({ PhoneNumber: "+48600100200", Message: "ż".repeat(LIMITS.text.most / 2) }),
        ),
      ),
    () =>
      errorOf(
        texts.send(
          new PublishCommand({ PhoneNumber: "+48600100200", Message: "ż".repeat(LIMITS.text.most / 2 + 1) }),
        ),
      ),
  ],
  formFields: [() => posting(LIMITS.formFields.most - 4000), () => posting(LIMITS.formFields.most)],
  object: [() => announcing(1), () => announcing(LIMITS.object.most + 1)],
  signature: [() => signedFor(LIMITS.signature.most), () => signedFor(LIMITS.signature.most + 1)],
  item: [() => putOf(LIMITS.item.most - 100), () => putOf(LIMITS.item.most)],
  transaction: [
    () => transactionOf(LIMITS.transaction.most),
    () => transactionOf(LIMITS.transaction.most + 1),
  ],
  batchRead: [() => readOf(LIMITS.batchRead.most), () => readOf(LIMITS.batchRead.most + 1)],
  batchWrite: [() => writeOf(LIMITS.batchWrite.most), () => writeOf(LIMITS.batchWrite.most + 1)],
};

const putOf = (bytes: number) =>
  errorOf(
    client.send(
      new PutCommand({ TableName: NAMES.main, Item: { pk: "TEST", sk: "-", x: "a".repeat(bytes) } }),
    ),
  );

const transactionOf = (count: number) =>
  errorOf(
    client.send(
      new TransactWriteCommand({
        TransactItems: keys(count).map((Item) => ({ Put: { TableName: NAMES.main, Item } })),
      }),
    ),
  );

const readOf = (count: number) =>
  errorOf(client.send(new BatchGetCommand({ RequestItems: { [NAMES.main]: { Keys: keys(count) } } })));

const writeOf = (count: number) =>
  errorOf(
    client.send(
      new BatchWriteCommand({
        RequestItems: { [NAMES.main]: keys(count).map((Item) => ({ PutRequest: { Item } })) },
      }),
    ),
  );

const rows = Object.entries<AwsLimit>(LIMITS) as [keyof typeof LIMITS, AwsLimit][];
const passed = rows.filter((row): row is [Passed, AwsLimit] => row[0] in TRIES);

test.each(passed)("%s is refused beyond its limit as AWS refuses it, and not before", async (name, row) => {
  answers = () => ({ statusCode: 200 });
  const [within, beyond] = TRIES[name];
  expect([200, "ok"]).toContain(await within());
  expect(await beyond()).toBe(row.answers);
});

const ROOT = join(import.meta.dirname, "../..");

test.each(rows)("%s is enforced where its row says, by that row", (name, { here, source }) => {
  expect(source).not.toBe("");
  if (here === "the engine") return;
  expect(existsSync(join(ROOT, here))).toBe(true);
  expect(readFileSync(join(ROOT, here), "utf8")).toContain(`LIMITS.${name}.`);
});

test.each(["jan..k@poczta.example", ".jan@poczta.example", "jan.@poczta.example", "żuk@poczta.example"])(
  "no letter goes to %s, as none would from SES",
  async (to) => {
    expect(await lettersTo(to)).toBe(LIMITS.localPart.answers);
  },
);
