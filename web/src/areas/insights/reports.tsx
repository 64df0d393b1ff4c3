/** The four reports that are figures over days: one screen, asked for other figures. */
import { t } from "../../words/say.ts";
import { Report } from "./report.tsx";

/** From being asked to ordering again. */
export function Funnel() {
  return (
    <Report
      of="funnel"
      title={t("Funnel")}
      text={t("From being asked to take part to a friend who orders again, each step as a part of the one before.")}
      first="friends_came"
    />
  );
}

/** What the programs brought in and cost, beside other channels. */
export function MoneyReport() {
  return (
    <Report of="money" title={t("Money")} text={t("What referred customers brought in, and what that cost.")} first="new_customers" />
  );
}

/** What each incentive gave. */
export function Incentives() {
  return (
    <Report
      of="incentives"
      title={t("Incentives")}
      text={t("What each rule gave, to whom, and how much of it was taken back.")}
      first="rewards_granted"
    />
  );
}

/** Where friends come from. */
export function Sources() {
  return (
    <Report
      of="sources"
      title={t("Sources")}
      text={t("Where friends come from, and which of them buy. Rewards are never paid by this: the last valid link or code decides.")}
      first="friends_came"
    />
  );
}
