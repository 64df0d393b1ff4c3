/** Every endpoint of cases, places, requests and leads. Part of index.ts. */
import type { Endpoint } from "../endpoint.ts";
import casesOpen from "./cases.open.ts";
import casesList from "./cases.list.ts";
import casesGet from "./cases.get.ts";
import casesMove from "./cases.move.ts";
import casesNote from "./cases.note.ts";
import casesClose from "./cases.close.ts";
import casesReassign from "./cases.reassign.ts";
import casesOffer from "./cases.offer.ts";
import casesPeople from "./cases.people.ts";
import offersList from "./offers.list.ts";
import offersAccept from "./offers.accept.ts";
import offersDecline from "./offers.decline.ts";
import offersAnswer from "./offers.answer.ts";
import placesList from "./places.list.ts";
import placesPut from "./places.put.ts";
import requestsMake from "./requests.make.ts";
import requestsList from "./requests.list.ts";
import requestsGet from "./requests.get.ts";
import requestsAnswer from "./requests.answer.ts";
import requestsDecline from "./requests.decline.ts";
import requestsStanding from "./requests.standing.ts";
import introductionsMake from "./introductions.make.ts";
import introductionsList from "./introductions.list.ts";
import slipsWrite from "./slips.write.ts";
import slipsList from "./slips.list.ts";
import leadsSend from "./leads.send.ts";
import leadsList from "./leads.list.ts";
import leadsGet from "./leads.get.ts";
import leadsAccept from "./leads.accept.ts";
import leadsDecline from "./leads.decline.ts";
import companiesBalances from "./companies.balances.ts";

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
  companiesBalances,
];
