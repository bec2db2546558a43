/** Files of a proposal at the office: which there are, and a photo that is taken down. Their author has them behind the author's own link. */
import { named } from "../../platform/route.ts";
import { act, form, office, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const API = "/v1/staff/cycles/{cycleId}/projects/{projectId}";

export const at = { takeDown: "/urzad/wnioski/{cycleId}/{projectId}/zdjecie" } as const;

const fn = "proposals";
const keepers = ["verifier", "coordinator"] as const;

export const attachmentRows = named({
  getStaffAttachments: act(`GET ${API}/attachments`, fn, staff("clerk", ...keepers, "auditor"), {
    pl: "Przeczytano listę załączników wniosku.",
    en: "Read the list of a proposal's attachments.",
  }),
  postPhotoRemoval: {
    ...act(`POST ${API}/photo-removal`, fn, staff(...keepers), {
      pl: "Zdjęto zdjęcie ze strony wniosku.",
      en: "Took a photo down from the page of a proposal.",
    }),
    decides: "nothing",
  },
  postPhotoRemovalForm: form(`POST ${at.takeDown}`, fn, office(...keepers), {
    saved: { pl: "Zdjęcie jest zdjęte.", en: "The photo is taken down." },
    next: {
      pl: "Autor przeczyta powód na swojej stronie.",
      en: "The author reads the reason on their page.",
    },
  }),
});

export const attachments = {
  rows: attachmentRows,
  keeps: ["attachments"],
} as const satisfies Slice;
