/** Endpoints of claims: what is claimed, the stages it goes through, and the people of companies. Part of routes/index.ts. */
import type { Endpoint } from "./endpoint.ts";
import claimsCreate from "./routes/claims.create.ts";
import claimsList from "./routes/claims.list.ts";
import claimsGet from "./routes/claims.get.ts";
import claimsApprove from "./routes/claims.approve.ts";
import claimsRefuse from "./routes/claims.refuse.ts";
import claimsWithdraw from "./routes/claims.withdraw.ts";
import companiesPeopleList from "./routes/company-people.list.ts";
import companiesPeoplePut from "./routes/company-people.put.ts";
import companiesPeopleDelete from "./routes/company-people.delete.ts";
import dealsPut from "./routes/deals.put.ts";
import dealsList from "./routes/deals.list.ts";
import vacanciesPut from "./routes/vacancies.put.ts";
import vacanciesList from "./routes/vacancies.list.ts";
import vacanciesGet from "./routes/vacancies.get.ts";
import vacanciesStages from "./routes/vacancies.stages.ts";
import referralsStage from "./routes/referrals.stage.ts";
import referralsStageUndo from "./routes/referrals.stage-undo.ts";

export const claimRoutes: readonly Endpoint[] = [
  claimsCreate,
  claimsList,
  claimsGet,
  claimsApprove,
  claimsRefuse,
  claimsWithdraw,
  companiesPeopleList,
  companiesPeoplePut,
  companiesPeopleDelete,
  dealsPut,
  dealsList,
  vacanciesPut,
  vacanciesList,
  vacanciesGet,
  vacanciesStages,
  referralsStage,
  referralsStageUndo,
];
