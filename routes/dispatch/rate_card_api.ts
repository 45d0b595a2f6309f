import { findRateCard, listRateCards, rateCards } from "~/db/dispatch/rate_cards.ts";
import { masterApi } from "~/routes/_entry/master_api.ts";
import { rateCardWords } from "~/views/dispatch/rate_card_text.ts";
import { RateCardBody, RateCardReply } from "./rate_card_shapes.ts";

export const rateCardApi = masterApi({
  path: "rate-cards",
  keyName: "code",
  resource: "routing",
  master: rateCards,
  schema: RateCardBody,
  reply: RateCardReply,
  find: findRateCard,
  list: listRateCards,
  words: (lang) => rateCardWords(lang).refused,
});
