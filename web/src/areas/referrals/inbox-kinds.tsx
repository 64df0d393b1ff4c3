/** Kinds of things that wait for a yes or a no: where they are read, what is shown of each, and how it is decided. */
import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import type { Tone } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import type { InboxKind } from "./search.ts";

/** Anything in an inbox, as it is shown. */
export type InboxItem = {
  id: string;
  at: string;
  title: ReactNode;
  lines: ReactNode[];
  /** Null while it waits. */
  decided: { tone: Tone; word: string; why?: string } | null;
  person: string;
};

export type InboxSort = {
  label: string;
  empty: string;
  writes: string;
  path: string;
  /** Shown one program at a time. */
  needsProgram?: boolean;
  query: (program: string | undefined, done: boolean) => object;
  item: (row: never) => InboxItem;
  approve?: { consequence: string; run: (id: string, program: string) => Promise<unknown>; manySafe: boolean };
  refuse?: { consequence: string; words: "required" | "optional"; run: (id: string, program: string, words: string) => Promise<unknown> };
  /** Takes a refusal back. */
  unrefuse?: (id: string, program: string) => Promise<unknown>;
};

const LIMIT = 50;
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

function claimItem(row: Row<"/v1/claims">): InboxItem {
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
            <Link key="referral" to="/referrals/$referral" params={{ referral: row.referral }}>
              <Text span size="sm">
                {t("Its referral")}
              </Text>
            </Link>,
          ]),
    ],
  };
}

function applicationItem(row: Row<"/v1/programs/{program}/applications">): InboxItem {
  const states = {
    applied: null,
    refused: { tone: "rust" as const, word: t("refused") },
    active: { tone: "leaf" as const, word: t("takes part") },
  };
  return {
    id: row.person,
    at: row.joined_at,
    person: row.person,
    decided: (states as Record<string, InboxItem["decided"]>)[row.status] ?? { tone: "gray", word: t("left") },
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

function deliverableItem(row: Row<"/v1/deliverables">): InboxItem {
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

function testimonialItem(row: Row<"/v1/testimonials">): InboxItem {
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

function introductionItem(row: Row<"/v1/introductions">): InboxItem {
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

/** Every kind, said in the operator's language. */
export function inboxKinds(): Record<InboxKind, InboxSort> {
  return {
    claims: {
      label: t("Claims"),
      empty: t("No claim waits. Partners, employees and friends who forgot a code file them."),
      writes: "claims:write",
      path: "/v1/claims",
      query: (program, done) =>
        pages("/v1/claims", {
          query: { limit: LIMIT, ...(done ? {} : { status: "pending" as const }), ...(program === undefined ? {} : { program }) },
        }),
      item: claimItem as never,
      approve: {
        consequence: t(
          "The referral is hers, and what it earns is paid by the rules. This cannot be undone here: take the referral away from her instead.",
        ),
        manySafe: true,
        run: (id) => unwrap(api.POST("/v1/claims/{claim}/approve", { params: { path: { claim: id } } })),
      },
      refuse: {
        consequence: t("She is told that it was not accepted. Your words are for the file, and erased with the person."),
        words: "optional",
        run: (id, _, note) =>
          unwrap(api.POST("/v1/claims/{claim}/refuse", { params: { path: { claim: id } }, body: note === "" ? {} : { note } })),
      },
    },
    applications: {
      label: t("Applications"),
      empty: t("Nobody waits to take part in this program."),
      writes: "advocates:write",
      path: "/v1/programs/{program}/applications",
      needsProgram: true,
      query: (program, done) =>
        pages("/v1/programs/{program}/applications", {
          path: { program: program ?? "" },
          query: { limit: LIMIT, status: done ? "refused" : "applied" },
        }),
      item: applicationItem as never,
      approve: {
        consequence: t("She takes part from now on, gets her link and is told by mail."),
        manySafe: true,
        run: (person, program) =>
          unwrap(api.POST("/v1/programs/{program}/applications/{person}/approve", { params: { path: { program, person } } })),
      },
      refuse: {
        consequence: t("She is told by mail that it is not now. Your words are kept as a note about her, for your colleagues."),
        words: "optional",
        run: async (person, program, words) => {
          await unwrap(api.POST("/v1/programs/{program}/applications/{person}/refuse", { params: { path: { program, person } } }));
          if (words !== "") await unwrap(api.POST("/v1/people/{person}/notes", { params: { path: { person } }, body: { text: words } }));
        },
      },
      unrefuse: (person, program) =>
        unwrap(api.POST("/v1/programs/{program}/applications/{person}/approve", { params: { path: { program, person } } })),
    },
    deliverables: {
      label: t("Deliverables"),
      empty: t("Nothing was handed in that you have not seen."),
      writes: "deliverables:write",
      path: "/v1/deliverables",
      query: (program, done) =>
        pages("/v1/deliverables", {
          query: { limit: LIMIT, ...(done ? {} : { status: "submitted" as const }), ...(program === undefined ? {} : { program }) },
        }),
      item: deliverableItem as never,
      approve: {
        consequence: t("You have looked at it and it says that it is advertising. What was promised for it is granted."),
        manySafe: false,
        run: (id) =>
          unwrap(
            api.POST("/v1/deliverables/{deliverable}/approve", { params: { path: { deliverable: id } }, body: { disclosed: true } }),
          ),
      },
      refuse: {
        consequence: t("It goes back to her with your words; she may hand it in again."),
        words: "required",
        run: (id, _, reason) =>
          unwrap(api.POST("/v1/deliverables/{deliverable}/refuse", { params: { path: { deliverable: id } }, body: { reason } })),
      },
    },
    testimonials: {
      label: t("Testimonials"),
      empty: t("No testimonial waits for you."),
      writes: "testimonials:write",
      path: "/v1/testimonials",
      query: (program, done) =>
        pages("/v1/testimonials", {
          query: { limit: LIMIT, ...(done ? {} : { status: "pending" as const }), ...(program === undefined ? {} : { program }) },
        }),
      item: testimonialItem as never,
      approve: {
        consequence: t("It may be shown, and what was promised for it is granted."),
        manySafe: true,
        run: (id) => unwrap(api.POST("/v1/testimonials/{testimonial}/approve", { params: { path: { testimonial: id } } })),
      },
      refuse: {
        consequence: t("It is not shown, and nothing is granted for it."),
        words: "required",
        run: (id, _, reason) =>
          unwrap(api.POST("/v1/testimonials/{testimonial}/refuse", { params: { path: { testimonial: id } }, body: { reason } })),
      },
    },
    introductions: {
      label: t("Introductions"),
      empty: t("Nobody was introduced yet. Members of a community introduce people to each other."),
      writes: "requests:write",
      path: "/v1/introductions",
      query: (program) => pages("/v1/introductions", { query: { limit: LIMIT, ...(program === undefined ? {} : { program }) } }),
      item: introductionItem as never,
    },
  };
}
