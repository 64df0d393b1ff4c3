/** Every endpoint of cases, places, requests and leads. Part of index.ts. */
import type { Endpoint } from "./endpoint.ts";
import casesOpen from "./routes/cases.open.ts";
import casesList from "./routes/cases.list.ts";
import casesGet from "./routes/cases.get.ts";
import casesMove from "./routes/cases.move.ts";
import casesNote from "./routes/cases.note.ts";
import casesClose from "./routes/cases.close.ts";
import casesReassign from "./routes/cases.reassign.ts";
import casesOffer from "./routes/cases.offer.ts";
import casesPeople from "./routes/cases.people.ts";
import offersList from "./routes/offers.list.ts";
import offersAccept from "./routes/offers.accept.ts";
import offersDecline from "./routes/offers.decline.ts";
import offersAnswer from "./routes/offers.answer.ts";
import placesList from "./routes/places.list.ts";
import placesPut from "./routes/places.put.ts";
import requestsMake from "./routes/requests.make.ts";
import requestsList from "./routes/requests.list.ts";
import requestsGet from "./routes/requests.get.ts";
import requestsAnswer from "./routes/requests.answer.ts";
import requestsDecline from "./routes/requests.decline.ts";
import requestsStanding from "./routes/requests.standing.ts";
import introductionsMake from "./routes/introductions.make.ts";
import introductionsList from "./routes/introductions.list.ts";
import slipsWrite from "./routes/slips.write.ts";
import slipsList from "./routes/slips.list.ts";
import leadsSend from "./routes/leads.send.ts";
import leadsList from "./routes/leads.list.ts";
import leadsGet from "./routes/leads.get.ts";
import leadsAccept from "./routes/leads.accept.ts";
import leadsDecline from "./routes/leads.decline.ts";
import leadsReopen from "./routes/leads.reopen.ts";
import companiesBalances from "./routes/companies.balances.ts";

export const caseEndpoints: readonly Endpoint[] = [
  casesOpen,
  casesList,
  casesGet,
  casesMove,
  casesNote,
  casesClose,
  casesReassign,
  casesOffer,
  casesPeople,
  offersList,
  offersAccept,
  offersDecline,
  offersAnswer,
  placesList,
  placesPut,
  requestsMake,
  requestsList,
  requestsGet,
  requestsAnswer,
  requestsDecline,
  requestsStanding,
  introductionsMake,
  introductionsList,
  slipsWrite,
  slipsList,
  leadsSend,
  leadsList,
  leadsGet,
  leadsAccept,
  leadsDecline,
  leadsReopen,
  companiesBalances,
];
