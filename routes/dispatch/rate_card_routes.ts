import type { Route } from "~/routes/_entry/route.ts";
import { rateCardApi } from "./rate_card_api.ts";
import {
  createRateCard,
  editRateCard,
  newRateCard,
  rateCard,
  rateCardList,
  saveRateCard,
} from "./rate_cards.tsx";

export const rateCardRoutes: Route[] = [
  ...rateCardApi,
  rateCardList,
  newRateCard,
  createRateCard,
  rateCard,
  editRateCard,
  saveRateCard,
];
