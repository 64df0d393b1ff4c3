import { z } from "zod";
import { readTestimonial } from "../../store/testimonials.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { reasonGiven } from "../schemas.ts";
import { testimonial, testimonialView } from "../views/gathering.ts";

export default endpoint({
  method: "POST",
  path: "/v1/testimonials/:testimonial/refuse",
  tag: "Testimonials",
  permission: "testimonials:write",
  summary: "Refuse a testimonial",
  description: "Nothing is given for it. Again changes nothing.",
  params: z.object({ testimonial: z.string() }),
  body: reasonGiven,
  response: testimonial,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("tst", params.testimonial, "testimonial");
    await services.points.refuseTestimonial(byOf(caller), { id, reason: body.reason });
    return testimonialView((await read((workspaceId, db) => readTestimonial(workspaceId, db, id)))!);
  },
});
