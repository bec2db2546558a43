import type { Role } from "../../shared/domain/office/roles.ts";
import type { Place } from "./place.ts";

export interface Sent {
  readonly purpose: string;
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly type?: string;
  readonly alt?: Readonly<Record<string, string>>;
  /** Who sends it. */
  readonly role?: Role;
  /** Which of its demo people. */
  readonly n?: number;
}

export interface Form {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Posts a file with a form as a browser does: the fields in their order, and the file last. */
export const postForm = ({ url, fields }: Form, bytes: Uint8Array, name = "plik"): Promise<Response> => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([Buffer.from(bytes)]), name);
  return fetch(url, { method: "POST", body: form, redirect: "manual" });
};

/** Asks for a ticket. */
export const askTicket = async (
  place: Place,
  { purpose, bytes, name = "plik.csv", type = "text/csv", alt, role = "coordinator", n = 0 }: Sent,
) =>
  place.call("POST /v1/uploads", {
    token: await place.staff(role, n),
    body: { purpose, name, type, bytes: bytes.length, ...(alt && { alt }) },
  });

/** Sends a file in and waits until it is looked at: its id, and what became of it. */
export const sendFile = async (place: Place, sent: Sent) => {
  const { body } = await askTicket(place, sent);
  const posted = await postForm(body.form, sent.bytes, sent.name);
  await place.arrived();
  const state = await place.call(`GET /v1/uploads/${body.id}`, {
    token: await place.staff(sent.role ?? "coordinator", sent.n),
  });
  return { id: body.id as `upl_${string}`, posted: posted.status, ...state.body };
};

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A photo of a draft, which its author can describe anew. */
export const addPhoto = async (place: Place, cycleId: string, draft: string): Promise<void> => {
  const [projectId = "", proof = ""] = draft.split("/").slice(-2);
  const { body } = await place.call(`POST /v1/cycles/${cycleId}/proposals/${projectId}/attachments`, {
    key: true,
    body: { proof, as: "photo", name: "a.png", type: "image/png", bytes: DOT.length, alt: "Skwer" },
  });
  await postForm(body.form, DOT);
  await place.arrived();
};
