import { expect, test } from "vitest";
import { mailboxOf } from "../../shared/domain/signals/mailbox.ts";

test.each([
  ["farma+17@example.com", "farma@example.com"],
  ["farma@example.com", "farma@example.com"],
  ["a.b+c+d@example.com", "a.b@example.com"],
  ["+@example.com", "+@example.com"],
  ["j.a.n+x@googlemail.com", "jan@gmail.com"],
  ["jan@gmail.com", "jan@gmail.com"],
  ["j.an@example.com", "j.an@example.com"],
  ["+48501502503", "+48501502503"],
])("%s is the mailbox %s", (contact, mailbox) => {
  expect(mailboxOf(contact)).toBe(mailbox);
});
