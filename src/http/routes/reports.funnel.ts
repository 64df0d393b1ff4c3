import { reportEndpoint } from "../report-endpoint.ts";

export default reportEndpoint("funnel", {
  summary: "The funnel: asked, joined, shared, visited, came, signed up, bought, bought again",
  description:
    "Advocates by the day they were asked or joined, friends by the day they came: each step is a part of the one before, and its share " +
    "has an interval. So a period's figures still grow while its people go on.",
});
