import { z } from "zod";
import { readTestimonial } from "../../store/testimonials.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { testimonial, testimonialView } from "../views/gathering.ts";

export default endpoint({
  method: "POST",
  path: "/v1/testimonials/:testimonial/approve",
  tag: "Testimonials",
  permission: "testimonials:write",
  summary: "Approve a testimonial",
  description: "Makes the activity that it is, once. Refused without the author's consent. Again changes nothing.",
  params: z.object({ testimonial: z.string() }),
  response: testimonial,
  async handler({ params, caller, services, read }) {
    const id = uuidOrMissing("tst", params.testimonial, "testimonial");
    await services.points.approveTestimonial(byOf(caller), id);
    return testimonialView((await read((workspaceId, db) => readTestimonial(workspaceId, db, id)))!);
  },
});
