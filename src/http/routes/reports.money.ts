import { reportEndpoint } from "../report-endpoint.ts";

export default reportEndpoint("money", {
  summary: "Money: revenue, reward cost, cost of a new customer beside other channels, margin and return",
  description:
    "Each currency by itself: nothing is converted. Other channels are what was entered at PUT /v1/channel-spend. Rewards that are no " +
    "money (points, months) are listed under their unit and are in no cost of a customer.",
});
