import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mailboxOf } from "../../shared/domain/mailbox.ts";

const local = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}[a-z0-9]$/);
const tag = fc.stringMatching(/^[a-z0-9.+]{1,8}$/);
const hosts = ["gmail.com", "googlemail.com", "proton.me", "outlook.com", "wp.pl", "katowice.eu"] as const;
const domain = fc.constantFrom(...hosts);
const how = fc.constantFrom("likely", "sure");

describe("the mailbox of an address", () => {
  test("is its own mailbox: read twice it is the same", () => {
    fc.assert(
      fc.property(local, fc.option(tag, { nil: "" }), domain, how, (name, more, host, by) => {
        const once = mailboxOf(`${name}+${more}@${host}`, by);
        expect(mailboxOf(once, by)).toBe(once);
      }),
    );
  });

  test("is the same for limits, whatever stands after a +, however large the letters are", () => {
    fc.assert(
      fc.property(local, tag, domain, (name, more, host) => {
        expect(mailboxOf(`${name}+${more}@${host}`, "likely")).toBe(mailboxOf(`${name}@${host}`, "likely"));
        expect(mailboxOf(`${name}@${host}`.toUpperCase(), "likely")).toBe(
          mailboxOf(`${name}@${host}`, "likely"),
        );
      }),
    );
  });

  test("that is surely one is likely one", () => {
    fc.assert(
      fc.property(local, local, tag, domain, domain, (name, other, more, host, otherHost) => {
        const [first, second] = [`${name}+${more}@${host}`, `${other}@${otherHost}`];
        if (mailboxOf(first, "sure") === mailboxOf(second, "sure"))
          expect(mailboxOf(first, "likely")).toBe(mailboxOf(second, "likely"));
      }),
    );
  });

  test("surely differs where its provider does not say that it is one", () => {
    fc.assert(
      fc.property(local, tag, fc.constantFrom("wp.pl", "katowice.eu"), (name, more, host) => {
        expect(mailboxOf(`${name}+${more}@${host}`, "sure")).not.toBe(mailboxOf(`${name}@${host}`, "sure"));
      }),
    );
  });

  test.each([
    ["j.an.ek+bo@Googlemail.com", "janek@gmail.com", "janek@gmail.com"],
    ["jan_ek-x@proton.me", "janekx@proton.me", "janekx@proton.me"],
    ["j.an+bo@outlook.com", "j.an@outlook.com", "j.an@outlook.com"],
    ["j.an+bo@wp.pl", "j.an@wp.pl", "j.an+bo@wp.pl"],
    ["farma+17@example.com", "farma@example.com", "farma+17@example.com"],
    ["a.b+c+d@example.com", "a.b@example.com", "a.b+c+d@example.com"],
    ["+@example.com", "+@example.com", "+@example.com"],
    ["+bo@wp.pl", "+bo@wp.pl", "+bo@wp.pl"],
    ["...@gmail.com", "...@gmail.com", "...@gmail.com"],
    ["jan@constructor", "jan@constructor", "jan@constructor"],
    ["+48600100200", "+48600100200", "+48600100200"],
  ])("of %s is %s, and surely %s", (address, likely, sure) => {
    expect([mailboxOf(address, "likely"), mailboxOf(address, "sure")]).toEqual([likely, sure]);
  });
});
