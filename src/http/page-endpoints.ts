/** Endpoints of pages that friends meet: offers, what people show, previews, domains. */
import type { Endpoint } from "./endpoint.ts";
import domainsAdd from "./routes/domains.add.ts";
import domainsAsk from "./routes/domains.ask.ts";
import domainsList from "./routes/domains.list.ts";
import domainsRemove from "./routes/domains.remove.ts";
import domainsVerify from "./routes/domains.verify.ts";
import offersGet from "./routes/offers.get.ts";
import peopleShow from "./routes/people.show.ts";
import peopleShown from "./routes/people.shown.ts";
import programsLandingPreview from "./routes/programs.landing-preview.ts";

export const pageEndpoints: readonly Endpoint[] = [
  offersGet,
  peopleShown,
  peopleShow,
  programsLandingPreview,
  domainsAsk,
  domainsList,
  domainsAdd,
  domainsVerify,
  domainsRemove,
];
