import { findRegion, listRegions, regions } from "~/db/channel/regions.ts";
import { html } from "~/routes/_entry/answer.ts";
import { masterForms } from "~/routes/_entry/master_forms.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { RegionFormPage, RegionListPage } from "~/views/channel/region_pages.tsx";
import { channelWords } from "~/views/channel/text.ts";
import { RegionForm } from "./shapes.ts";
import { regionOptions } from "./tree_options.ts";

export const regionList = route({
  method: "GET",
  path: "/region",
  resource: "region",
  action: "read",
  handle: (ctx) =>
    html(
      <RegionListPage
        shell={ctx.shell}
        rows={listRegions(ctx.reader).map(({ record }) => record)}
        may={{ edit: ctx.may("region", "edit"), partners: ctx.may("partner", "read") }}
      />,
    ),
});

export const regionForms = masterForms({
  path: "/region",
  resource: "region",
  master: regions,
  find: findRegion,
  fields: RegionForm,
  recordOf: (typed) => typed,
  words: (lang) => channelWords(lang).refused,
  saved: () => paths.regions(),
  page: (ctx, form) => <RegionFormPage {...form} parents={regionOptions(ctx)} />,
});
