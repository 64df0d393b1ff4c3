/** How risk speaks: what was made of a referral, and how doubtful it is. */
import { Badge } from "@mantine/core";
import { useMay } from "../../app/me.ts";
import { SubNav } from "../../kit/sub-nav.tsx";
import { Status } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

export function RiskNav() {
  const may = useMay();
  const pages = [
    { to: "/risk", label: t("Reviews"), permission: "reviews:read" },
    { to: "/risk/rings", label: t("Rings"), permission: "reports:read" },
    { to: "/risk/policy", label: t("Policy"), permission: "programs:read" },
    { to: "/risk/lists", label: t("Trusted and blocked"), permission: "lists:read" },
  ];
  return <SubNav of={pages.filter((page) => may(page.permission))} label={t("Risk")} />;
}

type Judged = { state: string; decided_by: string | null };

export function ReviewStatus({ of }: { of: Judged }) {
  switch (of.state) {
    case "open":
      return <Status tone="amber" word={t("Waiting")} why={t("Its rewards wait until somebody decides.")} />;
    case "refused":
      return (
        <Status
          tone="rust"
          word={t("Refused")}
          why={
            of.decided_by === "operator"
              ? t("By an operator.")
              : of.decided_by === "policy"
                ? t("By the policy.")
                : t("Nobody decided in time.")
          }
        />
      );
    case "approved":
      return (
        <Status
          tone="leaf"
          word={t("Let through")}
          why={of.decided_by === "operator" ? t("By an operator.") : t("Nobody decided in time.")}
        />
      );
    default:
      return <Status tone="leaf" word={t("Let through")} why={t("Nothing spoke against it.")} />;
  }
}

/** 0 to 100 with a word, so that colour does not stand alone. */
export function Score({ of }: { of: number }) {
  const [tone, word] = of >= 70 ? ["rust", t("high")] : of >= 40 ? ["amber", t("medium")] : ["leaf", t("low")];
  return (
    <Badge color={tone} variant="light" tt="none" className="gv-number">
      {of} · {word}
    </Badge>
  );
}

export const reviewLabel = (state: string): string =>
  ({ open: t("To decide"), approved: t("Let through"), refused: t("Refused"), allowed: t("Never doubted") })[state] ?? state;
