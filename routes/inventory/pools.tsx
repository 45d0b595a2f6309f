import { listPools } from "~/db/inventory/node_list.ts";
import { findPool, pools } from "~/db/inventory/pools.ts";
import { html } from "~/routes/_entry/answer.ts";
import { masterForms } from "~/routes/_entry/master_forms.ts";
import { route } from "~/routes/_entry/route.ts";
import { ownOrganisationOptions } from "~/routes/channel/tree_options.ts";
import { PoolFormPage, PoolListPage } from "~/views/inventory/pool_pages.tsx";
import { inventoryWords } from "~/views/inventory/text.ts";
import { paths } from "~/views/_kit/paths.ts";
import { PoolForm } from "./shapes.ts";

export const poolList = route({
  method: "GET",
  path: "/pool",
  resource: "node",
  action: "read",
  handle: (ctx) =>
    html(
      <PoolListPage
        shell={ctx.shell}
        rows={listPools(ctx.reader)}
        mayEdit={ctx.may("node", "edit")}
      />,
    ),
});

export const poolForms = masterForms({
  path: "/pool",
  resource: "node",
  master: pools,
  find: findPool,
  fields: PoolForm,
  recordOf: (typed) => typed,
  words: (lang) => inventoryWords(lang).refused,
  saved: () => paths.pools(),
  page: (ctx, form) => <PoolFormPage {...form} organisations={ownOrganisationOptions(ctx)} />,
});
