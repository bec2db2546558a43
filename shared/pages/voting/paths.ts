import type { CycleId, ProjectId } from "../../domain/ids.ts";

/** Addresses of a vote, without the language. None of them ever carries a choice. */
export const startPath = "/glosuj";
export const checkPath = "/sprawdz-glos";
export const identityPath = (cycleId: CycleId): string => `/glosuj/${cycleId}`;
export const codePath = (cycleId: CycleId): string => `/glosuj/${cycleId}/kod`;
export const eidPath = (cycleId: CycleId): string => `/glosuj/${cycleId}/eid`;
export const statementPath = (cycleId: CycleId): string => `/glosuj/${cycleId}/oswiadczenie`;
export const listPath = (cycleId: CycleId, pool: string): string => `/glosuj/${cycleId}/lista/${pool}`;
export const ballotPath = (cycleId: CycleId): string => `/glosuj/${cycleId}/karta`;
export const castPath = (cycleId: CycleId): string => `/glosuj/${cycleId}/glos`;
export const receiptPath = (cycleId: CycleId): string => `/glosuj/${cycleId}/potwierdzenie`;
export const projectPath = (cycleId: CycleId, projectId: ProjectId | string): string =>
  `/projekty/${cycleId}/${projectId}`;
