import { plusDays } from "../../../shared/domain/time.ts";
import { versionTag } from "../../../shared/platform/http.ts";
import { DEMO_STAFF } from "../issuer/staff.ts";
import { subjectOf } from "../issuer/tokens.ts";
import type { Story } from "./story.ts";

/** Somebody of the office is away, and somebody else stands in. */
export const OFFICE: Story = {
  says: "an office in which one person stands in for another",
  tell: async function* ({ call, today }) {
    yield -1;
    const [away, standIn] = DEMO_STAFF.filter(({ role }) => role === "editor");
    if (!away || !standIn) throw new Error("the demo's office has no two editors");
    const at = `/v1/staff/people/${subjectOf(away)}`;
    const { version } = await call<{ version: number }>("admin", `GET ${at}`);
    const absence = { from: plusDays(today, -2), to: plusDays(today, 6), standIn: subjectOf(standIn) };
    await call("admin", `PATCH ${at}`, { absence }, 0, { "if-match": versionTag(version) });
    return {};
  },
};
