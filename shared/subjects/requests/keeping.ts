import type { RequestId } from "../../domain/ids.ts";
import { refusal } from "../../domain/refusals.ts";
import { existing } from "../../domain/result.ts";
import { endOfDay, epochSeconds, type LocalDate, plusSeconds } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { WAITS_NO_MORE } from "../../store/work.ts";
import { create, update, type Write } from "../../store/write.ts";
import { ConsultationRequest, Representative } from "./rules.ts";

export const requestsOf = ({ store }: Pick<Deps, "store">) =>
  kept(store.table, keys.consultationRequest, ConsultationRequest);

export const requestOf = async (
  { requestId }: { readonly requestId: RequestId },
  deps: Pick<Deps, "store">,
): Promise<ConsultationRequest> => existing(await requestsOf(deps).get(requestId));

/** Who speaks for a request and who signed it are kept for two years from the day on which it came. */
const KEPT_SECONDS = 2 * 366 * 86_400;
export const goesAt = ({ arrivedOn }: Pick<ConsultationRequest, "arrivedOn">): number =>
  epochSeconds(plusSeconds(endOfDay(arrivedOn), KEPT_SECONDS));

/** That a consultation came of it: nothing waits of it any more. */
export const consultedWrite = (id: RequestId, on: LocalDate): Write =>
  update({
    key: keys.consultationRequest(id),
    set: { consultedOn: on },
    remove: WAITS_NO_MORE,
    add: { version: 1 },
    when: { text: "attribute_exists(#pk)" },
  });

const REPRESENTATIVE = "REPRESENTATIVE";

export const representativeWrite = (request: ConsultationRequest, item: Representative): Write =>
  create({
    key: keys.consultationRequestPart(request.id, REPRESENTATIVE),
    item: { ...item, expiresAtSeconds: goesAt(request) },
    otherwise: () => refusal("request/key-reused", {}),
  });

export const representativeOf = (
  { id }: Pick<ConsultationRequest, "id">,
  { store }: Pick<Deps, "store">,
): Promise<Representative | undefined> =>
  store.table.get(keys.consultationRequestPart(id, REPRESENTATIVE), Representative);
