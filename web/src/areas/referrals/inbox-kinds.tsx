/** Kinds of things that wait for a yes or a no: where they are read, what is shown of each, and how it is decided. */
import { api, unwrap } from "../../api/client.ts";
import { pages } from "../../api/query.ts";
import { t } from "../../words/say.ts";
import { applicationItem, claimItem, deliverableItem, introductionItem, testimonialItem } from "./inbox-items.tsx";
import type { InboxSort } from "./inbox-types.ts";
import type { InboxKind } from "./search.ts";

const LIMIT = 50;
const claims = (): InboxSort => ({
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
});

const applications = (): InboxSort => ({
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
});

const deliverables = (): InboxSort => ({
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
      unwrap(api.POST("/v1/deliverables/{deliverable}/approve", { params: { path: { deliverable: id } }, body: { disclosed: true } })),
  },
  refuse: {
    consequence: t("It goes back to her with your words; she may hand it in again."),
    words: "required",
    run: (id, _, reason) =>
      unwrap(api.POST("/v1/deliverables/{deliverable}/refuse", { params: { path: { deliverable: id } }, body: { reason } })),
  },
});

const testimonials = (): InboxSort => ({
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
});

const introductions = (): InboxSort => ({
  label: t("Introductions"),
  empty: t("Nobody was introduced yet. Members of a community introduce people to each other."),
  writes: "requests:write",
  path: "/v1/introductions",
  query: (program) => pages("/v1/introductions", { query: { limit: LIMIT, ...(program === undefined ? {} : { program }) } }),
  item: introductionItem as never,
});

/** Every kind, said in the operator's language. */
export function inboxKinds(): Record<InboxKind, InboxSort> {
  return {
    claims: claims(),
    applications: applications(),
    deliverables: deliverables(),
    testimonials: testimonials(),
    introductions: introductions(),
  };
}
