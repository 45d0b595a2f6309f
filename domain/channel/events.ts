import type { MasterSaved } from "~/domain/_kernel/master.ts";
import type { Organisation } from "./organisation.ts";
import type { Partner } from "./partner.ts";
import type { Region } from "./region.ts";
import type { RelationMoved } from "./relation.ts";

export type OrganisationSaved = MasterSaved<"OrganisationSaved", Organisation>;
export type RegionSaved = MasterSaved<"RegionSaved", Region>;
export type PartnerSaved = MasterSaved<"PartnerSaved", Partner>;

export type ChannelEvent = OrganisationSaved | RegionSaved | PartnerSaved | RelationMoved;
