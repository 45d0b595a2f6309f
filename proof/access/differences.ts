/**
 * Where the house answers otherwise than expected.csv wants, reported and not yet decided: the cell,
 * and what is wrong. A line that has become right fails the matrix until it is taken out.
 */
export const differences: Record<string, string> = {
  "PUT /api/v1/pools/:code house_client other_organisation":
    "a pool has no owner: one organisation's ERP renames the pool only another one uses",
};
