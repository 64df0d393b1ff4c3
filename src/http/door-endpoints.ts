/** Endpoints of imports and of connected shops, and what never came of theirs, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import hooksReceive from "./routes/hooks.receive.ts";
import importsClose from "./routes/imports.close.ts";
import importsGet from "./routes/imports.get.ts";
import importsList from "./routes/imports.list.ts";
import importsOpen from "./routes/imports.open.ts";
import reportsHealthOrders from "./routes/reports.health-orders.ts";
import sourcesCreate from "./routes/sources.create.ts";
import sourcesDisable from "./routes/sources.disable.ts";
import sourcesEnable from "./routes/sources.enable.ts";
import sourcesGet from "./routes/sources.get.ts";
import sourcesHealth from "./routes/sources.health.ts";
import sourcesList from "./routes/sources.list.ts";
import sourcesRotate from "./routes/sources.rotate.ts";

export const doorEndpoints: readonly Endpoint[] = [
  importsList,
  importsGet,
  importsClose,
  importsOpen,
  hooksReceive,
  reportsHealthOrders,
  sourcesCreate,
  sourcesList,
  sourcesGet,
  sourcesDisable,
  sourcesEnable,
  sourcesHealth,
  sourcesRotate,
];
