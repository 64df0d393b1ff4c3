/** 10 % of each invoice of a customer to whoever recommended her, for as long as she buys. */
import { defineProgram } from "@grapevine/sdk";

export default defineProgram({
  key: "recommend", kind: "direct", name: "10 % of every invoice",
  stages: ["order"], qualifies_at: "order", destination: "https://shop.example/",
  // A customer is bound by the code on her first order; the orders of the following year need none.
  attribution: { model: "first_touch", window: "1d", accepts: ["code"] },
  rewards: [
    {
      key: "share", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "30d",
      reverse_on: ["refund"], on_refund: "proportional", approval: "manual",
    },
  ],
  budget: { amount: "1000000.00 GBP", when_spent: "notify" },
  terms: { en: "You get 10 % of what the people you recommended pay, less what they send back." },
  disclosure: { en: "I get a share if you buy." },
});
