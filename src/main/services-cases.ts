/** The services of cases, leads and requests, each a flow with its parts handed in. */
import { answerOffer, decideOffer, offerCase } from "../flow/case-offers.ts";
import { closeCase, moveCase, noteCase, openCase, reassignCase, setCaseMember } from "../flow/cases.ts";
import { putPlace } from "../flow/places.ts";
import { listCasesAs, readCaseAs } from "../flow/read-cases.ts";
import { acceptLead, declineLead, sendLead } from "../flow/leads.ts";
import { reopenLead } from "../flow/withdraw.ts";
import type { MoneyParts } from "../flow/money-parts.ts";
import { answerRequest, declineRequest, makeIntroduction, makeRequest, writeSlip } from "../flow/requests.ts";
import type { CaseServices } from "../http/services-cases.ts";

export function caseServices(parts: MoneyParts): CaseServices {
  return {
    openCase: (by, wish) => openCase(parts, by, wish),
    readCase: (by, of) => readCaseAs(parts, by, of),
    listCases: (by, of) => listCasesAs(parts, by, of),
    moveCase: (by, wish) => moveCase(parts, by, wish),
    reassignCase: (by, wish) => reassignCase(parts, by, wish),
    noteCase: (by, wish) => noteCase(parts, by, wish),
    setCaseMember: (by, wish) => setCaseMember(parts, by, wish),
    closeCase: (by, wish) => closeCase(parts, by, wish),
    offerCase: (by, wish) => offerCase(parts, by, wish),
    decideOffer: (by, wish) => decideOffer(parts, by, wish),
    answerOffer: (by, wish) => answerOffer(parts, by, wish),
    putPlace: (by, place) => putPlace(parts, by, place),
    makeRequest: (by, wish) => makeRequest(parts, by, wish),
    answerRequest: (by, wish) => answerRequest(parts, by, wish),
    declineRequest: (by, wish) => declineRequest(parts, by, wish),
    makeIntroduction: (by, wish) => makeIntroduction(parts, by, wish),
    sendLead: (by, wish) => sendLead(parts, by, wish),
    acceptLead: (by, wish) => acceptLead(parts, by, wish),
    declineLead: (by, wish) => declineLead(parts, by, wish),
    reopenLead: (by, wish) => reopenLead(parts, by, wish),
    writeSlip: (by, wish) => writeSlip(parts, by, wish),
  };
}
