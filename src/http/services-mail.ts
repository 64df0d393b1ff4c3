/** What routes and pages about mail ask of flow. */
import type { ChoiceAsk, ChoicePage, Choices, ChoiceWish } from "../flow/mail-choices.ts";

export type MailServices = {
  unsubscribePage(ask: ChoiceAsk): Promise<ChoicePage | null>;
  unsubscribe(ask: ChoiceAsk): Promise<ChoicePage | null>;
  choices(ask: ChoiceAsk): Promise<Choices | null>;
  saveChoices(ask: ChoiceAsk, wish: ChoiceWish): Promise<Choices | null>;
};
