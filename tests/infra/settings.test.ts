import { expect, test } from "vitest";
import { readSettings } from "../../infra/aws/settings.ts";
import { completion, settingsOf, stages } from "./cloud.ts";

test("the trial stage stands as it is, in Frankfurt", () => {
  expect(settingsOf("dev")).toMatchObject({ stage: "dev", region: "eu-central-1", live: false });
});

test("a live stage does not stand without a domain and somebody to alarm", () => {
  expect(() => settingsOf("prod")).toThrow(
    /rynek\.stages\.prod\.domain: .*\n.*rynek\.stages\.prod\.alarmAddress: /,
  );
  expect(settingsOf("prod", completion).domain).toBe("bo.example.org");
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
