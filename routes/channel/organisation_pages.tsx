import { findOrganisation, listOrganisations, organisations } from "~/db/channel/organisations.ts";
import { dayOf } from "~/domain/_kernel/period.ts";
import { html } from "~/routes/_entry/answer.ts";
import { masterForms } from "~/routes/_entry/master_forms.ts";
import { route } from "~/routes/_entry/route.ts";
import { paths } from "~/views/_kit/paths.ts";
import { OrganisationFormPage, OrganisationListPage } from "~/views/channel/organisation_pages.tsx";
import { channelWords } from "~/views/channel/text.ts";
import { OrganisationForm } from "./shapes.ts";
import { organisationOptions } from "./tree_options.ts";

export const organisationList = route({
  method: "GET",
  path: "/organisation",
  resource: "organisation",
  action: "read",
  handle: (ctx) =>
    html(
      <OrganisationListPage
        shell={ctx.shell}
        reading={{ lang: ctx.lang, now: ctx.now }}
        day={dayOf(ctx.now)}
        rows={listOrganisations(ctx.reader).map(({ record }) => record)}
        may={{ edit: ctx.may("organisation", "edit") }}
      />,
    ),
});

export const organisationForms = masterForms({
  path: "/organisation",
  resource: "organisation",
  master: organisations,
  find: findOrganisation,
  fields: OrganisationForm,
  recordOf: (typed) => typed,
  fresh: ({ now }) => ({ currency: "CNY", validFrom: dayOf(now) }),
  words: (lang) => channelWords(lang).refused,
  saved: () => paths.organisations(),
  page: (ctx, form) => <OrganisationFormPage {...form} parents={organisationOptions(ctx)} />,
});
