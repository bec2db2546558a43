import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SESClient, SendEmailCommand, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mailbox, openMailbox } from "../../infra/local/mailbox.ts";
import { mailAddress } from "../../shared/domain/text/email.ts";
import { Email } from "../../shared/domain/text.ts";
import { sesMail } from "../../shared/platform/mail.ts";

const NOW = Date.UTC(2027, 8, 10, 9, 30);
const folder = mkdtempSync(join(tmpdir(), "rynek-mailbox-"));
const parts = { folder, clock: { now: () => NOW } };
let mailbox: Mailbox;
let url: string;
let ses: SESClient;
const server = createServer(async (request, response) => {
  if (!(await mailbox.door(request, response))) response.writeHead(404).end();
});

beforeAll(async () => {
  mailbox = openMailbox(parts);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  ses = clientWith(3);
});

const clientWith = (maxAttempts: number) =>
  new SESClient({
    endpoint: `${url}/local/ses`,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts,
  });

afterAll(() => {
  ses.destroy();
  server.close();
  server.closeAllConnections();
  mailbox.close();
});

const mime = async (to: string, text = "Treść", extra: object = {}): Promise<Uint8Array> => {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const mail = { from: "Miasto <glosy@miasto.example>", to, subject: "Twój głos żółw", text, ...extra };
  return (await transport.sendMail(mail)).message as unknown as Uint8Array;
};

const send = async (to: string, text?: string, extra?: object) =>
  ses.send(new SendRawEmailCommand({ RawMessage: { Data: await mime(to, text, extra) } }));

test("every address that a form takes is one that SES sends to, and what a form refuses is refused there", async () => {
  const from = { address: "glosy@miasto.example", name: "Miasto", replyTo: "bok@miasto.example" };
  const mail = sesMail(from, {
    endpoint: `${url}/local/ses`,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const outcome = async (to: string) =>
    (
      await mail.send({
        to,
        subject: "x",
        text: "x",
        html: "x",
        language: "pl",
        messageId: to.length.toString(),
      })
    ).outcome;
  for (const typed of [
    "jan@żółw.pl",
    "Jan <JAN+bo@Example.com>,",
    "o'brien_{x}@mail.example.pl",
    `${"a".repeat(64)}@x.pl`,
    "jan@пошта.укр",
    "jan@straße.de",
  ]) {
    const to = Email.parse(typed);
    expect([to, await outcome(to)]).toEqual([to, "sent"]);
    expect(mailbox.mails("0", to)).toHaveLength(1);
    expect(mailbox.mails("0", mailAddress(to))[0]?.to).toBe(to);
  }
  for (const to of [
    "jan..k@example.com",
    ".jan@x.pl",
    "jan.@x.pl",
    "józef@x.pl",
    "jan@x",
    "jan@x.1",
    "jan@-x.pl",
    "jan@x..pl",
    '"jan k"@x.pl',
    `${"a".repeat(65)}@x.pl`,
  ])
    expect([to, Email.safeParse(to).success, await outcome(to)]).toEqual([to, false, "rejected"]);
});

const listed = async (query: string) =>
  (await (await fetch(`${url}/local/mailbox.json?${query}`)).json()) as Record<string, string>[];

test("a text sent through SNS is listed for its number, as a text", async () => {
  const sns = new SNSClient({
    endpoint: `${url}/local/sns`,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await sns.send(new PublishCommand({ PhoneNumber: "+48600100200", Message: "Kod: 123456 żółw" }));
  const [text] = await listed("to=%2B48600100200");
  expect(text).toMatchObject({ to: "+48600100200", channel: "sms", text: "Kod: 123456 żółw", html: "" });
  const page = await (await fetch(`${url}/local/mailbox/${text?.id}`)).text();
  expect(page).toContain("123456");
  await expect(sns.send(new PublishCommand({ PhoneNumber: "600", Message: "x" }))).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
  sns.destroy();
});

test("a mail sent through SES is listed for its recipient, in any case of the letters", async () => {
  const { MessageId } = await send("Ewa.Nowak+1@example.org", "Kod:\n\n123 456\n", {
    html: "<p>Kod <b>123 456</b></p>",
  });
  expect(MessageId).toMatch(/^local-\d+$/);
  const [mail] = await listed("to=ewa.nowak%2B1@example.org");
  expect(mail).toEqual({
    id: expect.stringMatching(/^\d+$/),
    to: "Ewa.Nowak+1@example.org",
    channel: "email",
    subject: "Twój głos żółw",
    text: expect.stringMatching(/^Kod:\n\n123 456\n+$/),
    html: expect.stringContaining("<b>123 456</b>"),
    at: "2027-09-10T09:30:00.000Z",
  });
  expect(await listed("to=ewa.nowak+1@example.org")).toHaveLength(1);
  expect(await listed("to=nobody@example.org")).toEqual([]);
});

test("the list goes on after an id, oldest first, and outlives a restart", async () => {
  await send("jan@example.org", "pierwszy");
  await send("jan@example.org", "drugi");
  mailbox.close();
  mailbox = openMailbox(parts);
  const [first, second] = await listed("to=jan@example.org");
  expect(first?.text).toContain("pierwszy");
  expect(await listed(`to=jan@example.org&after=${first?.id}`)).toEqual([second]);
  expect((await fetch(`${url}/local/mailbox.json?after=x`)).status).toBe(400);
});

test.each(["nobody", "ktoś@example.org", "a@b", "a b@example.org"])(
  "SES does not take the address %s",
  async (to) => {
    const Data = await mime("ok@example.org");
    const sent = ses.send(new SendRawEmailCommand({ Destinations: [to], RawMessage: { Data } }));
    await expect(sent).rejects.toMatchObject({ name: "InvalidParameterValue" });
  },
);

test("another call than SendRawEmail is refused by name", async () => {
  const simple = new SendEmailCommand({
    Source: "a@example.org",
    Destination: { ToAddresses: ["b@example.org"] },
    Message: { Subject: { Data: "x" }, Body: {} },
  });
  await expect(ses.send(simple)).rejects.toMatchObject({ name: "InvalidAction" });
});

test("trouble comes as SES brings it", async () => {
  mailbox.trouble({ kind: "reject", times: 1, to: "t@example.org" });
  await send("other@example.org");
  await expect(send("t@example.org")).rejects.toMatchObject({ name: "MessageRejected" });
  mailbox.trouble({ kind: "throttle", times: 1 });
  await send("t@example.org");
  expect(mailbox.mails("0", "t@example.org")).toHaveLength(1);
  mailbox.trouble({ kind: "cut", times: 1, to: "cut@example.org" });
  const once = clientWith(1);
  const Data = await mime("cut@example.org");
  await expect(once.send(new SendRawEmailCommand({ RawMessage: { Data } }))).rejects.toThrow();
  expect(mailbox.mails("0", "cut@example.org")).toHaveLength(1);
});

test("the pages show the code big, links as links and nothing of a mail as markup of the mailbox", async () => {
  const text = "Twój kod:\n\nKX4-91T\n\n<script>alert(1)</script> https://miasto.example/a?b=1&c=2.";
  const html = "<script>alert(1)</script><p>ok</p>";
  const attachments = [
    { filename: "spotkanie.ics", content: "BEGIN:VCALENDAR", contentType: "text/calendar" },
  ];
  await send("strona@example.org", text, { html, attachments });
  const [mail] = mailbox.mails("0", "strona@example.org");
  const list = await (await fetch(`${url}/local/mailbox?to=STRONA`)).text();
  expect(list).toContain(`href="/local/mailbox/${mail?.id}"`);

  const answer = await fetch(`${url}/local/mailbox/${mail?.id}`);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  const page = await answer.text();
  expect(page).toContain('<p class="code">KX4-91T</p>');
  expect(page).toContain('<a href="https://miasto.example/a?b=1&amp;c=2">');
  expect(page).not.toContain("<script");
  expect(page).toContain("sandbox=");

  const body = await fetch(`${url}/local/mailbox/${mail?.id}/html`);
  expect(body.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  expect(await body.text()).toContain("<p>ok</p>");
  const calendar = await fetch(`${url}/local/mailbox/${mail?.id}/attachments/0`);
  expect(await calendar.text()).toContain("BEGIN:VCALENDAR");
  expect((await fetch(`${url}/local/mailbox/999999`)).status).toBe(404);
});
