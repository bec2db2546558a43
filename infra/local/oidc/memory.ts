import type { AdapterFactory, AdapterPayload } from "oidc-provider";

/** What a provider keeps for the minutes of a sign-in: it ends with this process. */
export const memoryAdapter = (): AdapterFactory => {
  const kept = new Map<string, AdapterPayload>();
  const dropWhere = (isOver: (payload: AdapterPayload) => boolean) => {
    for (const [key, payload] of kept) if (isOver(payload)) kept.delete(key);
  };
  const foundBy = (field: "uid" | "userCode", value: string) =>
    [...kept.values()].find((payload) => payload[field] === value);
  return (kind) => {
    const keyOf = (id: string) => `${kind}:${id}`;
    return {
      upsert: async (id, payload) => {
        const now = Date.now() / 1000;
        dropWhere(({ exp }) => exp !== undefined && exp < now);
        kept.set(keyOf(id), payload);
      },
      find: async (id) => kept.get(keyOf(id)),
      findByUid: async (uid) => foundBy("uid", uid),
      findByUserCode: async (userCode) => foundBy("userCode", userCode),
      consume: async (id) => {
        const payload = kept.get(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void kept.delete(keyOf(id)),
      revokeByGrantId: async (grantId) => dropWhere((payload) => payload.grantId === grantId),
    };
  };
};
