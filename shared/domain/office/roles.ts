import { z } from "zod";

export const ROLES = [
  "coordinator",
  "verifier",
  "unit",
  "moderator",
  "editor",
  "clerk",
  "commission",
  "auditor",
  "admin",
] as const;

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;
