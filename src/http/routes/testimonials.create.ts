import { z } from "zod";
import { readTestimonial } from "../../store/testimonials.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { testimonial, testimonialView } from "../views/gathering.ts";

const body = z
  .strictObject({
    program: z.string().max(64),
    person: z.string(),
    activity: z.string().min(1).max(64).default("testimonial").describe("The activity that it is once approved: testimonial, review..."),
    text: z.string().min(1).max(5000),
    rating: z.number().int().min(0).max(10).nullable().default(null),
    shown_as: z.string().min(1).max(200).nullable().default(null).describe("The name to show with it."),
    consent: z.boolean().describe("She agrees that it is shown."),
  })
  .meta({ id: "TestimonialWish" });

export default endpoint({
  method: "POST",
  path: "/v1/testimonials",
  tag: "Testimonials",
  permission: "testimonials:write",
  member: { body: "person" },
  summary: "Take in what somebody says of you",
  description: "It waits for a decision. Approved, it is an activity of its author's, for which programs may give points.",
  body,
  response: testimonial,
  async handler({ body: wish, caller, services, read }) {
    const { person, shown_as: shownAs, ...rest } = wish;
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, person));
    const id = await services.points.giveTestimonial(byOf(caller), { ...rest, personId, shownAs });
    return testimonialView((await read((workspaceId, db) => readTestimonial(workspaceId, db, id)))!);
  },
});
