import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { listed, listedOf } from "../views/doors.ts";

const MOST = 10_000;

export default endpoint({
  method: "POST",
  path: "/v1/reports/health/orders",
  tag: "Reports",
  permission: "reports:write",
  summary: "Measure loss: which orders of the shop's own list never came",
  description:
    "What never came leaves no trace here; a shop knows its orders. Send the ids of a span of orders as events name them (for a " +
    "connected shop, the provider's own id): those that no event told of are answered, and tracking health shows their share until " +
    "another list comes.",
  body: z.strictObject({ orders: z.array(z.string().min(1).max(256)).min(1).max(MOST) }).meta({ id: "OrderList" }),
  response: z.object({ ...listed, orders: z.array(z.string()).describe("Those that are missing.") }).meta({ id: "OrderListCompared" }),
  async handler({ body, caller, services }) {
    const { here, missing } = await services.reports.compareOrders(byOf(caller), body.orders);
    return { ...listedOf({ here, missing: missing.length }), orders: missing };
  },
});
