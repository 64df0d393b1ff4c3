import { z } from "zod";
import { listTestimonials } from "../../store/testimonials.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { testimonial, testimonialView } from "../views/gathering.ts";

export default endpoint({
  method: "GET",
  path: "/v1/testimonials",
  tag: "Testimonials",
  permission: "testimonials:read",
  member: { query: "person" },
  summary: "List testimonials",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    person: z.string().optional(),
    status: z.enum(["pending", "approved", "refused"]).optional(),
  }),
  response: listOf("Testimonial", testimonial),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { program = null, status = null } = query;
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const rows = await listTestimonials(workspaceId, db, { ...cursorOf("tst", query), program, personId, status });
      return pageOf(rows, query.limit, { view: testimonialView, cursor: (view) => view.id });
    }),
});
