import { expect, test } from "vitest";
import { readSettings } from "../../infra/aws/settings.ts";
import { completion, settingsOf, stages } from "./cloud.ts";

test("the trial stage stands as it is, in Frankfurt", () => {
  expect(settingsOf("dev")).toMatchObject({ stage: "dev", region: "eu-central-1", live: false });
});

test("a live stage does not stand without a domain, somebody to alarm, and every account by its number", () => {
  const missing = [
    "account",
    "alarmAddress",
    "domain",
    "frontCertificate",
    ...["ballots", "links"].flatMap((purpose) =>
      ["account", "alarmAddress", "holders"].map((name) => `commission.${purpose}.${name}`),
    ),
  ];
  for (const name of missing) expect(() => settingsOf("prod"), name).toThrow(`rynek.stages.prod.${name}: `);
  expect(settingsOf("prod", completion).domain).toBe("bo.example.org");
  expect(() => settingsOf("prod", { ...completion, reserved: undefined })).toThrow(
    "rynek.stages.prod.reserved: a live stage needs it",
  );
});

test("a live stage whose shares are on paper has no vault to name", () => {
  expect(settingsOf("prod", { ...completion, commission: undefined }).live).toBe(true);
});

test("the application and each vault stand in three accounts", () => {
  const { account, commission } = completion;
  const { ballots, links } = commission;
  const apart = /commission\.links\.account: the application and each vault stand in accounts of their own/;
  for (const other of [account, ballots.account]) {
    const moved = {
      ...links,
      account: other,
      holders: links.holders.map((holder) => holder.replace(links.account, other)),
    };
    expect(() => settingsOf("prod", { ...completion, commission: { ballots, links: moved } })).toThrow(apart);
  }
});

test("every share has a person of its own, and nobody holds shares of both keys", () => {
  const { ballots, links } = completion.commission;
  const [first = ""] = ballots.holders;
  const refusals: [string, string[], RegExp][] = [
    [
      "twice",
      [...links.holders, `arn:aws:iam::${links.account}:user/Ewa`],
      /holders\.2: holds a share already/,
    ],
    [
      "in both",
      [...links.holders, `arn:aws:iam::${links.account}:user/komisja/anna`],
      /holders\.2: holds a share already, as ballots\.holders\.0/,
    ],
    ["of another account", [...links.holders, `${first}-ewa`], /holders\.2: is not of the vault's account/],
    [
      "a role",
      [...links.holders, `arn:aws:iam::${links.account}:role/komisja`],
      /holders\.2: is not the ARN/,
    ],
    ["the account", [...links.holders, `arn:aws:iam::${links.account}:root`], /holders\.2: is not the ARN/],
    ["alone", [links.holders[0] ?? ""], /holders: needs at least two/],
  ];
  for (const [name, holders, words] of refusals) {
    const commission = { ballots, links: { ...links, holders } };
    expect(() => settingsOf("prod", { ...completion, commission }), name).toThrow(words);
    expect(() => settingsOf("dev", { commission }), name).toThrow(words);
  }
});

test("a fault names the setting that has it", () => {
  const faults: [string, unknown][] = [
    ["region", "frankfurt"],
    ["account", "12"],
    ["logRetentionDays", 31],
    ["contactAddress", "kontakt"],
    ["city", "Katowice City"],
    ["domain", "https://bo.example.org"],
  ];
  for (const [name, value] of faults) {
    expect(() => settingsOf("dev", { [name]: value }), name).toThrow(`rynek.stages.dev.${name}: `);
  }
  expect(() => settingsOf("dev", { sender: { ...(stages.dev?.sender as object), address: "x" } })).toThrow(
    "rynek.stages.dev.sender.address: ",
  );
  expect(() => settingsOf("dev", { colour: "red" })).toThrow("colour");
  expect(() => settingsOf("dev", { ...completion, domain: "bo.example.net" })).toThrow("hosted zone");
  expect(() => settingsOf("dev", { ...completion, domain: "notexample.org" })).toThrow("hosted zone");
});

test("a stage that is not there is refused with the names of those that are", () => {
  expect(() => readSettings({ stages }, "test")).toThrow('no stage "test", only dev, prod');
});

test("a stage of a city without a profile does not stand, and is told what to add where", () => {
  expect(() => settingsOf("dev", { city: "gdansk" })).toThrow(
    'The city "gdansk" has no profile. Write shared/cities/gdansk.json',
  );
});
