import { reportEndpoint } from "../report-endpoint.ts";

export default reportEndpoint("sources", {
  summary: "Sources: visits, friends, customers and revenue by channel, country or kind of evidence",
  description: "By channel unless asked otherwise: that of the link, else that of the click.",
});
