/** Every endpoint. The order is that of openapi.json. */
import type { Endpoint } from "../endpoint.ts";
import { expandable } from "../expand.ts";
import { systemEndpoints } from "../system-endpoints.ts";
import { claimRoutes } from "../routes-claims.ts";
import { contentEndpoints } from "../content-endpoints.ts";
import { moneyEndpoints } from "../money-endpoints.ts";
import { contestEndpoints } from "../contest-endpoints.ts";
import peopleCreate from "./people.create.ts";
import peopleList from "./people.list.ts";
import peopleGet from "./people.get.ts";
import peoplePut from "./people.put.ts";
import peopleBalances from "./people.balances.ts";
import peopleErase from "./people.erase.ts";
import peopleExport from "./people.export.ts";
import peopleMerge from "./people.merge.ts";
import peopleNames from "./people.names.ts";
import peopleSearch from "./people.search.ts";
import peopleSpend from "./people.spend.ts";
import peopleBadges from "./people.badges.ts";
import companiesList from "./companies.list.ts";
import companiesGet from "./companies.get.ts";
import companiesPut from "./companies.put.ts";
import advocatesList from "./advocates.list.ts";
import advocatesGet from "./advocates.get.ts";
import advocatesJoin from "./advocates.join.ts";
import advocatesLeave from "./advocates.leave.ts";
import applicationsApprove from "./applications.approve.ts";
import applicationsRefuse from "./applications.refuse.ts";
import advocatesStanding, { ofAdvocate as advocatesOwnStanding } from "./advocates.standing.ts";
import linksCreate from "./links.create.ts";
import linksList from "./links.list.ts";
import linksGet from "./links.get.ts";
import linksDisable from "./links.disable.ts";
import linksQrPng from "./links.qr-png.ts";
import linksQrSvg from "./links.qr-svg.ts";
import referralsCreate from "./referrals.create.ts";
import referralsList from "./referrals.list.ts";
import referralsGet from "./referrals.get.ts";
import referralsReassign from "./referrals.reassign.ts";
import referralsReject from "./referrals.reject.ts";
import rewardsList from "./rewards.list.ts";
import rewardsGet from "./rewards.get.ts";
import rewardsApprove from "./rewards.approve.ts";
import rewardsChoose from "./rewards.choose.ts";
import rewardsDeny from "./rewards.deny.ts";
import rewardsFulfil from "./rewards.fulfil.ts";
import rewardsGrant from "./rewards.grant.ts";
import rewardsReverse from "./rewards.reverse.ts";
import couponPoolsAdd from "./coupon-pools.add.ts";
import couponPoolsList from "./coupon-pools.list.ts";
import couponsList from "./coupons.list.ts";
import couponsRedeem from "./coupons.redeem.ts";
import couponsValidate from "./coupons.validate.ts";
import catalogueList from "./catalogue.list.ts";
import catalogueGet from "./catalogue.get.ts";
import cataloguePut from "./catalogue.put.ts";
import redemptionsCreate from "./redemptions.create.ts";
import redemptionsList from "./redemptions.list.ts";
import redemptionsGet from "./redemptions.get.ts";
import redemptionsCancel from "./redemptions.cancel.ts";
import levelsList from "./levels.list.ts";
import gatheringsCreate from "./gatherings.create.ts";
import gatheringsList from "./gatherings.list.ts";
import gatheringsGet from "./gatherings.get.ts";
import gatheringsChange from "./gatherings.change.ts";
import gatheringsJoin from "./gatherings.join.ts";
import gatheringsLeave from "./gatherings.leave.ts";
import gatheringsCancel from "./gatherings.cancel.ts";
import testimonialsCreate from "./testimonials.create.ts";
import testimonialsList from "./testimonials.list.ts";
import testimonialsApprove from "./testimonials.approve.ts";
import testimonialsRefuse from "./testimonials.refuse.ts";
import payoutsCreate from "./payouts.create.ts";
import payoutsList from "./payouts.list.ts";
import payoutsGet from "./payouts.get.ts";
import payoutsCsv from "./payouts.csv.ts";
import payoutsPreview from "./payouts.preview.ts";
import payoutsResults from "./payouts.results.ts";
import ledgerAccounts from "./ledger.accounts.ts";
import ledgerTransactions from "./ledger.transactions.ts";
import ledgerTrialBalance from "./ledger.trial-balance.ts";
import programsList from "./programs.list.ts";
import programsGet from "./programs.get.ts";
import programsPut from "./programs.put.ts";
import programsEnd from "./programs.end.ts";
import programsPause from "./programs.pause.ts";
import programsPlan from "./programs.plan.ts";
import programsPreview from "./programs.preview.ts";
import programsPublish from "./programs.publish.ts";
import programsResume from "./programs.resume.ts";
import programsVersions from "./programs.versions.ts";
import presetsList from "./presets.list.ts";
import presetsGet from "./presets.get.ts";
import schemasProgram from "./schemas.program.ts";
import budgetsList from "./budgets.list.ts";
import budgetsReopen from "./budgets.reopen.ts";
import channelSpendEnter from "./channel-spend.enter.ts";
import channelSpendList from "./channel-spend.list.ts";
import reportsAdvocates from "./reports.advocates.ts";
import reportsParticipation from "./reports.participation.ts";
import reportsHealth from "./reports.health.ts";
import reportLinksCreate from "./report-links.create.ts";
import reportLinksList from "./report-links.list.ts";
import reportLinksRevoke from "./report-links.revoke.ts";
import reportViewsCreate from "./report-views.create.ts";
import reportViewsDelete from "./report-views.delete.ts";
import reportViewsList from "./report-views.list.ts";
import sharedReportsGet from "./shared-reports.get.ts";
import reportsCampaigns from "./reports.campaigns.ts";
import reportsCohorts from "./reports.cohorts.ts";
import reportsCompare from "./reports.compare.ts";
import reportsFunnel from "./reports.funnel.ts";
import reportsIncentives from "./reports.incentives.ts";
import reportsMoney from "./reports.money.ts";
import reportsRows from "./reports.rows.ts";
import { studyEndpoints } from "../study-endpoints.ts";
import { toldEndpoints } from "../told-endpoints.ts";
import reportsSources from "./reports.sources.ts";
import reportsGrowth from "./reports.growth.ts";
import reportsCaseStudy from "./reports.case-study.ts";
import reportsPace from "./reports.pace.ts";
import reportsNetwork from "./reports.network.ts";
import requestLogList from "./request-log.list.ts";
import statusGet from "./status.get.ts";
import clockGet from "./clock.get.ts";
import clockMove from "./clock.move.ts";
import { portalAccess } from "../portal-access.ts";
import { portalEndpoints } from "../portal-endpoints.ts";
import { supportEndpoints } from "../support-endpoints.ts";
import { announcementEndpoints } from "../announcement-endpoints.ts";
import { experimentEndpoints } from "../experiment-endpoints.ts";
import { messageEndpoints } from "../message-endpoints.ts";
import { pageEndpoints } from "../page-endpoints.ts";
import { segmentEndpoints } from "../segment-endpoints.ts";
import keysCreate from "./keys.create.ts";
import keysList from "./keys.list.ts";
import keysRevoke from "./keys.revoke.ts";
import auditList from "./audit.list.ts";
import { operatorEndpoints } from "../operator-endpoints.ts";
import meGet from "./me.get.ts";
import settingsGet from "./settings.get.ts";
import settingsChange from "./settings.change.ts";
import { caseEndpoints } from "../case-endpoints.ts";
import { doorEndpoints } from "../door-endpoints.ts";
import { eventEndpoints } from "../event-endpoints.ts";
import { riskEndpoints } from "../risk-endpoints.ts";
import { homeEndpoints } from "../home-endpoints.ts";

const declared: readonly Endpoint[] = [
  ...eventEndpoints,
  peopleCreate,
  peopleList,
  peopleGet,
  peoplePut,
  peopleBalances,
  peopleErase,
  peopleExport,
  peopleMerge,
  peopleNames,
  peopleSearch,
  peopleSpend,
  peopleBadges,
  companiesList,
  companiesGet,
  companiesPut,
  advocatesList,
  advocatesGet,
  advocatesJoin,
  advocatesLeave,
  applicationsApprove,
  applicationsRefuse,
  advocatesStanding,
  advocatesOwnStanding,
  linksCreate,
  linksList,
  linksGet,
  linksDisable,
  linksQrPng,
  linksQrSvg,
  referralsCreate,
  referralsList,
  referralsGet,
  referralsReassign,
  referralsReject,
  ...claimRoutes,
  rewardsList,
  rewardsGet,
  rewardsApprove,
  rewardsChoose,
  rewardsDeny,
  rewardsFulfil,
  rewardsGrant,
  rewardsReverse,
  ...riskEndpoints,
  couponPoolsAdd,
  couponPoolsList,
  couponsList,
  couponsRedeem,
  couponsValidate,
  catalogueList,
  catalogueGet,
  cataloguePut,
  redemptionsCreate,
  redemptionsList,
  redemptionsGet,
  redemptionsCancel,
  levelsList,
  gatheringsCreate,
  gatheringsList,
  gatheringsGet,
  gatheringsChange,
  gatheringsJoin,
  gatheringsLeave,
  gatheringsCancel,
  testimonialsCreate,
  testimonialsList,
  testimonialsApprove,
  testimonialsRefuse,
  payoutsCreate,
  payoutsList,
  payoutsGet,
  payoutsCsv,
  payoutsPreview,
  payoutsResults,
  ledgerAccounts,
  ledgerTransactions,
  ledgerTrialBalance,
  programsList,
  programsGet,
  programsPut,
  programsEnd,
  programsPause,
  programsPlan,
  programsPreview,
  programsPublish,
  programsResume,
  programsVersions,
  presetsList,
  presetsGet,
  schemasProgram,
  budgetsList,
  budgetsReopen,
  channelSpendEnter,
  channelSpendList,
  reportsAdvocates,
  reportLinksCreate,
  reportLinksList,
  reportLinksRevoke,
  reportViewsCreate,
  reportViewsDelete,
  reportViewsList,
  sharedReportsGet,
  reportsCampaigns,
  reportsCohorts,
  reportsCompare,
  reportsHealth,
  reportsParticipation,
  reportsFunnel,
  reportsIncentives,
  reportsMoney,
  reportsRows,
  reportsSources,
  ...studyEndpoints,
  ...toldEndpoints,
  reportsGrowth,
  reportsPace,
  reportsCaseStudy,
  reportsNetwork,
  ...doorEndpoints,
  requestLogList,
  statusGet,
  clockGet,
  clockMove,
  ...homeEndpoints,
  ...moneyEndpoints,
  ...messageEndpoints,
  ...announcementEndpoints,
  ...experimentEndpoints,
  ...pageEndpoints,
  ...segmentEndpoints,
  ...contentEndpoints,
  ...portalAccess,
  ...portalEndpoints,
  ...supportEndpoints,
  keysCreate,
  keysList,
  keysRevoke,
  auditList,
  settingsGet,
  meGet,
  ...operatorEndpoints,
  settingsChange,
  ...contestEndpoints,
  ...caseEndpoints,
  ...systemEndpoints,
];

export const endpoints: readonly Endpoint[] = declared.map(expandable);
