import type { OrderDispatch } from "~/domain/dispatch/read_models.ts";
import type { Reading } from "~/views/_kit/date.tsx";
import type { FormState } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Duo, Head } from "~/views/_kit/sheet.tsx";
import { RoutingCard } from "./routing_card.tsx";
import { ShipmentsCard } from "./shipments_card.tsx";
import { dispatchWords } from "./text.ts";

type Props = {
  shell: Shell;
  reading: Reading;
  dispatch: OrderDispatch;
  may: { routing: boolean; override: boolean; release: boolean; fulfilment: boolean };
  form?: FormState;
  notice?: { tone: "ok" | "bad"; words: string };
};

/** How one order leaves the house, on a page of its own: where a refused decision comes back to. */
export function OrderDispatchPage(props: Props) {
  const { shell, reading, dispatch, may, form, notice } = props;
  const { number } = dispatch;
  const title = `${dispatchWords(shell.lang).card.title} ${number}`;
  return (
    <Page {...shell} title={title}>
      <Head title={title} back={{ href: paths.order(number), label: number }} />
      <Duo
        aside={
          <ShipmentsCard
            dispatch={dispatch}
            reading={reading}
            may={may}
            notice={may.routing ? undefined : notice}
          />
        }
      >
        {may.routing && <RoutingCard {...{ dispatch, reading, may, form, notice }} />}
      </Duo>
    </Page>
  );
}
