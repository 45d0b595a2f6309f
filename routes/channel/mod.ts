import type { Route } from "~/routes/_entry/route.ts";
import { channelApi } from "./api.ts";
import { network } from "./network.tsx";
import { organisationForms, organisationList } from "./organisation_pages.tsx";
import { partnerForms } from "./partner_forms.tsx";
import { partnerPage, partnerRelation } from "./partner_page.tsx";
import { partnerExport, partnerList } from "./partner_pages.tsx";
import { regionForms, regionList } from "./region_pages.tsx";

export const channelRoutes: Route[] = [
  partnerList,
  partnerExport,
  network,
  ...partnerForms,
  partnerPage,
  partnerRelation,
  organisationList,
  ...organisationForms,
  regionList,
  ...regionForms,
  ...channelApi,
];
