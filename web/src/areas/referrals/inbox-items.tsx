/** How each kind of thing that waits is shown. */
import { Anchor, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Row } from "../../api/query.ts";
import { Go } from "../../kit/go.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import type { InboxItem } from "./inbox-types.ts";

const said = (text: string | null): ReactNode[] =>
  text === null
    ? []
    : [
        <Text key="said" size="sm" className="gv-text" style={{ whiteSpace: "pre-wrap" }}>
          {text}
        </Text>,
      ];

function claimReason(reason: string | null): string | undefined {
  switch (reason) {
    case null:
      return undefined;
    case "claimed_by_another":
      return t("Somebody else claimed it first.");
    case "already_known":
      return t("You work on it yourself.");
    case "order_unknown":
      return t("There is no such order.");
    default:
      return reason.replaceAll("_", " ");
  }
}

function claimState({ status, reason }: Row<"/v1/claims">): InboxItem["decided"] {
  const why = claimReason(reason);
  const more = why === undefined ? {} : { why };
  switch (status) {
    case "pending":
      return null;
    case "accepted":
      return { tone: "leaf", word: t("accepted"), ...more };
    case "refused":
      return { tone: "rust", word: t("refused"), ...more };
    case "withdrawn":
      return { tone: "gray", word: t("taken back by her"), ...more };
    default:
      return { tone: "gray", word: t("over"), ...more };
  }
}

export function claimItem(row: Row<"/v1/claims">): InboxItem {
  const [first, ...others] = row.claimants;
  const about = row.reference ?? row.company ?? row.vacancy;
  const subjects = { candidate: t("a candidate"), deal: t("a deal"), company: t("a company"), order: t("an order") };
  const what = about === null ? subjects[row.subject] : `${subjects[row.subject]} (${about})`;
  return {
    id: row.id,
    at: row.claimed_at,
    person: first?.person ?? "",
    decided: claimState(row),
    title: (
      <>
        <Who id={first?.person} /> {t("claims {what}", { what })}
      </>
    ),
    lines: [
      ...(row.contact === null
        ? []
        : [
            <Text key="contact" size="sm" component="div">
              {t("About")} <Who id={row.contact} />
            </Text>,
          ]),
      ...others.map((each) => (
        <Text key={each.person} size="sm" component="div">
          {t("Together with")} <Who id={each.person} />
        </Text>
      )),
      ...said(row.evidence),
      ...said(row.note),
      ...(row.referral === null
        ? []
        : [
            <Go key="referral" to="/referrals/$referral" params={{ referral: row.referral }}>
              <Text span size="sm">
                {t("Its referral")}
              </Text>
            </Go>,
          ]),
    ],
  };
}

export function applicationItem(row: Row<"/v1/programs/{program}/applications">): InboxItem {
  const states: Record<string, InboxItem["decided"]> = {
    applied: null,
    refused: { tone: "rust", word: t("refused") },
    active: { tone: "leaf", word: t("takes part") },
    left: { tone: "gray", word: t("left") },
  };
  return {
    id: row.person,
    at: row.joined_at,
    person: row.person,
    decided: states[row.status] ?? null,
    title: (
      <>
        <Who id={row.person} /> {t("wants to take part")}
      </>
    ),
    lines: Object.entries(row.answers).map(([key, value]) => (
      <Text key={key} size="sm" className="gv-text">
        <Text span c="dimmed">
          {key}:{" "}
        </Text>
        {typeof value === "string" ? value : JSON.stringify(value)}
      </Text>
    )),
  };
}

export function deliverableItem(row: Row<"/v1/deliverables">): InboxItem {
  const states = {
    submitted: null,
    approved: { tone: "leaf" as const, word: t("approved") },
    refused: { tone: "rust" as const, word: t("sent back") },
  };
  return {
    id: row.id,
    at: row.submitted_at,
    person: row.person,
    decided: states[row.status],
    title: (
      <>
        <Who id={row.person} /> {t("handed something in")}
      </>
    ),
    lines: [
      <Anchor
        key="url"
        href={/^https?:/.test(row.url) ? row.url : undefined}
        target="_blank"
        rel="noopener noreferrer"
        size="sm"
        style={{ overflowWrap: "anywhere" }}
      >
        {row.url}
      </Anchor>,
      ...said(row.reason),
    ],
  };
}

export function testimonialItem(row: Row<"/v1/testimonials">): InboxItem {
  const states = {
    pending: null,
    approved: { tone: "leaf" as const, word: t("approved") },
    refused: { tone: "rust" as const, word: t("refused") },
  };
  return {
    id: row.id,
    at: row.at,
    person: row.person,
    decided: states[row.status],
    title: (
      <>
        <Who id={row.person} />{" "}
        {row.rating === null ? t("says") : t("says, with {n, plural, one {# star} other {# stars}}", { n: row.rating })}
      </>
    ),
    lines: [
      ...said(row.text),
      <Text key="shown" size="sm" c="dimmed">
        {row.shown_as === null ? t("To be shown without a name") : t("To be shown as {name}", { name: row.shown_as })}
      </Text>,
      ...said(row.reason),
    ],
  };
}

export function introductionItem(row: Row<"/v1/introductions">): InboxItem {
  return {
    id: row.id,
    at: row.at,
    person: row.from,
    decided: { tone: "leaf", word: t("made") },
    title: (
      <>
        <Who id={row.from} /> {t("introduced somebody")}
      </>
    ),
    lines: [
      <Text key="who" size="sm" component="div">
        <Who id={row.person} /> → <Who id={row.to} />
      </Text>,
    ],
  };
}
