import type { Route } from "~/routes/_entry/route.ts";
import { channelApi } from "./api.ts";
import { network } from "./network.tsx";
import {
  newOrganisation,
  organisationCreate,
  organisationList,
  organisationPage,
  organisationSave,
} from "./organisation_pages.tsx";
import { newPartner, partnerCreate, partnerEdit, partnerSave } from "./partner_forms.tsx";
import { partnerPage, partnerRelation } from "./partner_page.tsx";
import { partnerExport, partnerList } from "./partner_pages.tsx";
import { newRegion, regionCreate, regionList, regionPage, regionSave } from "./region_pages.tsx";

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
  newOrganisation,
  organisationCreate,
  organisationPage,
  organisationSave,
  regionList,
  newRegion,
  regionCreate,
  regionPage,
  regionSave,
  ...channelApi,
];
