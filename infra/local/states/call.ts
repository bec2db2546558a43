import type { z } from "zod";
import type { Json } from "./asl.ts";

/** An error of the Step Functions API, by AWS's name: the client throws an exception of that name. */
export class ApiRefusal extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export type Call = (body: unknown) => object;

/** A call of the API: what it takes and what it does. Fields that it does not know are ignored, as on AWS. */
export const call =
  <Schema extends z.ZodType>(schema: Schema, work: (request: z.output<Schema>) => object): Call =>
  (body) => {
    const request = schema.safeParse(body);
    if (request.success) return work(request.data);
    const faults = request.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new ApiRefusal("ValidationException", faults.join("; "));
  };

/** JSON text that the caller sent, or the refusal of that name. */
export const parsed = (text: string, otherwise: string): Json => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiRefusal(otherwise, "Invalid JSON");
  }
};
