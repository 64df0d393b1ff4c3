import { reportEndpoint } from "../report-endpoint.ts";

export default reportEndpoint("incentives", {
  summary: "By incentive: rewards granted, what they came to, which part was taken back, first orders refunded within 90 days",
  description: "By rule unless asked otherwise. Who was offered what was not left to chance, so differences may have other causes.",
});
