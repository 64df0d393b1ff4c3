import { expect, test } from "vitest";
import { hintOf, isIban, payTo, payoutDetail } from "./payout-detail.ts";

test("an IBAN is right by its check digits, and any one wrong digit is found", () => {
  const good = "DE89370400440532013000";
  expect(isIban(good)).toBe(true);
  expect(isIban("GB82WEST12345698765432")).toBe(true);
  for (let i = 4; i < good.length; i++) {
    const wrong = good.slice(0, i) + ((Number(good[i]) + 1) % 10) + good.slice(i + 1);
    expect(isIban(wrong)).toBe(false);
  }
});

test("an account is taken with blanks, and refused with a word when an IBAN is mistyped", () => {
  const taken = payoutDetail.parse({ method: "bank", holder: " Ada ", account: "de89 3704 0044 0532 0130 00" });
  expect(taken).toEqual({ method: "bank", holder: "Ada", account: "DE89370400440532013000" });
  expect(payoutDetail.safeParse({ method: "bank", holder: "Ada", account: "DE89370400440532013001" }).error?.issues[0]?.message).toMatch(
    /check digits/,
  );
  expect(payoutDetail.safeParse({ method: "bank", holder: "Ada", account: "12345678", bank: "20-00-00" }).success).toBe(true);
});

test("a hint never holds more than four characters of the account", () => {
  expect(hintOf({ method: "bank", holder: "Ada", account: "DE89370400440532013000" })).toBe("•••• 3000");
  expect(hintOf({ method: "paypal", holder: "Ada", email: "ada@shop.example" })).toBe("a•••@shop.example");
  expect(hintOf({ method: "other", holder: "Ada", text: "Wise 12345" })).toBe("Wis•••");
  expect(payTo({ method: "bank", holder: "Ada", account: "12345678", bank: "20-00-00" })).toBe("12345678 (20-00-00)");
});
