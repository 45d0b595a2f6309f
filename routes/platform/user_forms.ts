import { z } from "zod";
import { roles } from "~/domain/platform/rights.ts";

const Codes = z.array(z.string().max(40)).max(500).default([]);
const optionalCode = z.string().trim().max(40).default("").transform((code) => code || null);

export const Name = z.string().trim().min(1).max(60);

export const Access = z.object({
  name: Name,
  roles: z.array(z.enum(roles)).default([]),
  regionCodes: Codes,
  nodeCodes: Codes,
});

export const Invitation = Access.extend({
  login: z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._@-]{2,59}$/, "login_shape"),
  language: z.enum(["zh", "en"]).default("zh"),
  dealerCode: optionalCode,
  organisationCode: optionalCode,
});
export type Invitation = z.infer<typeof Invitation>;

export const TokenName = z.object({ tokenName: z.string().trim().min(1).max(60) });
