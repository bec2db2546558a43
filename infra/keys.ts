/**
 * The commission's keys. `create DIR` makes them; their private halves stay in DIR, which belongs outside the system, on media that the
 * commission keeps. `open DIR --url URL --cycle ID --token TOKEN` hands the ballot key over for the count, after the close.
 */
import { parseArgs } from "node:util";
import { isPair } from "../shared/platform/seal.ts";
import { createKeyFiles, fingerprint, privateKeyFile, readKeyFile } from "./key-files.ts";

const USAGE = `npm run keys -- create DIR
    makes the ballot key and the link key of an edition; DIR/public.json goes to the city
npm run keys -- open DIR --url https://… --cycle cyc_… --token TOKEN
    hands the private ballot key over for the count; TOKEN is the bearer token of a member of the commission`;

const create = async (dir: string): Promise<string> => {
  const lines = Object.entries(await createKeyFiles(dir)).map(
    ([purpose, publicKey]) => `${purpose.padEnd(8)} ${fingerprint(publicKey)}`,
  );
  return `Keys are in ${dir}. Give public.json to the city; keep the private files apart, each with another person.\nFingerprints for the minutes:\n${lines.join("\n")}`;
};

const open = async (
  dir: string,
  to: { url?: string | undefined; cycle?: string | undefined; token?: string | undefined },
): Promise<string> => {
  if (!to.url || !to.cycle || !to.token) throw new Error(USAGE);
  const { publicKey, privateKey } = readKeyFile(dir, "ballots");
  if (!(await isPair(publicKey, privateKey)))
    throw new Error(`${privateKeyFile(dir, "ballots")} is damaged: its halves do not fit.`);
  const reply = await fetch(`${to.url.replace(/\/$/, "")}/v1/staff/cycles/${to.cycle}/count-key`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${to.token}`,
      "accept-language": "en",
    },
    body: JSON.stringify({ privateKey }),
  });
  const body = (await reply.json()) as { title?: string; detail?: string; phase?: string };
  if (!reply.ok) throw new Error(`${body.title ?? reply.status}: ${body.detail ?? ""}`);
  return `The key was handed over; the cycle is in phase ${body.phase}. It is dropped as soon as the ballots are opened.`;
};

const run = async (): Promise<string> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { url: { type: "string" }, cycle: { type: "string" }, token: { type: "string" } },
  });
  const [command, dir] = positionals;
  if (command === "create" && dir) return await create(dir);
  if (command === "open" && dir) return await open(dir, values);
  throw new Error(USAGE);
};

try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
