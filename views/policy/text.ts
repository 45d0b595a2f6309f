import { words } from "~/views/_kit/text.ts";
import { creditText } from "./credit_text.ts";
import { priceText } from "./price_words.ts";
import { refusedText } from "./refused_text.ts";

const zh = { price: priceText.zh, credit: creditText.zh, refused: refusedText.zh };
const en: typeof zh = { price: priceText.en, credit: creditText.en, refused: refusedText.en };

export const policyWords = words({ zh, en });
export type PolicyWords = typeof zh;
