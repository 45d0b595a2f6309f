import type { Route } from "~/routes/_entry/route.ts";
import { channelApi } from "./api.ts";
import { network } from "./network.tsx";
import { organisationForms, organisationList } from "./organisation_pages.tsx";
import { newPartner, partnerCreate, partnerEdit, partnerSave } from "./partner_forms.tsx";
import { partnerPage, partnerRelation } from "./partner_page.tsx";
import { partnerExport, partnerList } from "./partner_pages.tsx";
import { regionForms, regionList } from "./region_pages.tsx";

export const channelRoutes: Route[] = [
  partnerList,
  newPartner,
  partnerExport,
  network,
  partnerCreate,
  partnerPage,
  partnerEdit,
  partnerSave,
  partnerRelation,
  organisationList,
  ...organisationForms,
  regionList,
  ...regionForms,
  ...channelApi,
];
