import { stageOf } from "~/domain/order/order.ts";
import type { OrderDetail } from "~/domain/order/read_models.ts";
import { ConfirmForm } from "~/views/_kit/dialog.tsx";
import { Field } from "~/views/_kit/field.tsx";
import { fieldOf, type FormState, freshForm } from "~/views/_kit/form_state.ts";
import { Page, type Shell } from "~/views/_kit/layout.tsx";
import { Message } from "~/views/_kit/message.tsx";
import { paths } from "~/views/_kit/paths.ts";
import { Head, Sheet, Stack } from "~/views/_kit/sheet.tsx";
import type { Lang } from "~/views/_kit/text.ts";
import { OrderStage } from "./stage.tsx";
import { orderWords } from "./text.ts";

/** What a cancellation asks and says, in the dialog and on the page that does without scripts. */
export function cancelConfirm(
  { order }: Pick<OrderDetail, "order">,
  lang: Lang,
  form: FormState = freshForm(),
) {
  const t = orderWords(lang).page.cancel;
  const isRest = stageOf(order) === "part_shipped";
  return {
    title: isRest ? t.titleRest(order.number) : t.title(order.number),
    children: isRest ? t.whatRest : t.what,
    action: paths.orderCancellation(order.number),
    verb: isRest ? t.openRest : t.open,
    bad: true,
    version: order.version,
    fields: <Field {...fieldOf(form, "because")} label={t.because} maxlength={200} required />,
    lang,
  };
}

type Props = { shell: Shell; detail: OrderDetail; form?: FormState };

export function CancellationPage({ shell, detail, form = freshForm() }: Props) {
  const { number } = detail.order;
  const confirm = cancelConfirm(detail, shell.lang, form);
  return (
    <Page {...shell} title={confirm.title}>
      <Head
        title={confirm.title}
        back={{ href: paths.order(number), label: number }}
        status={<OrderStage stage={stageOf(detail.order)} lang={shell.lang} />}
      />
      <Stack>
        <Sheet label={confirm.title}>
          {form.general && <Message tone="bad" fact={form.general} alert />}
          <div class="form">
            <ConfirmForm id="cancel" {...confirm} backHref={paths.order(number)} />
          </div>
        </Sheet>
      </Stack>
    </Page>
  );
}
