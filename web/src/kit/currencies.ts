/** Currencies that are offered where one is chosen, and the one that new amounts begin with. */
import { useMe } from "../app/me.ts";

export const CURRENCIES = "USD EUR GBP CHF CAD AUD JPY SEK NOK DKK PLN CZK TRY INR BRL MXN AED SAR KWD".split(" ");

/** The workspace's own. */
export const useOwnCurrency = (): string => useMe().workspace.currency;
