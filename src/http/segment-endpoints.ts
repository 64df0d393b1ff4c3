/** Endpoints of people at a glance, segments, tables in pieces, sources and outreach. */
import type { Endpoint } from "./endpoint.ts";
import importsPreview from "./routes/imports.preview.ts";
import importsRows from "./routes/imports.rows.ts";
import outreachCreate from "./routes/outreach.create.ts";
import outreachDecide from "./routes/outreach.decide.ts";
import outreachEnd from "./routes/outreach.end.ts";
import outreachGet from "./routes/outreach.get.ts";
import outreachList from "./routes/outreach.list.ts";
import outreachSteps from "./routes/outreach.steps.ts";
import peopleFind from "./routes/people.find.ts";
import peopleScore from "./routes/people.score.ts";
import segmentsChange from "./routes/segments.change.ts";
import segmentsCreate from "./routes/segments.create.ts";
import segmentsOfPeople from "./routes/segments.of-people.ts";
import segmentsDelete from "./routes/segments.delete.ts";
import segmentsGet from "./routes/segments.get.ts";
import segmentsList from "./routes/segments.list.ts";
import segmentsPeople from "./routes/segments.people.ts";
import segmentsPreview from "./routes/segments.preview.ts";
import sourceAuditsBaseline from "./routes/source-audits.baseline.ts";
import sourceAuditsCreate from "./routes/source-audits.create.ts";
import sourceAuditsList from "./routes/source-audits.list.ts";
import sourceGroupsChange from "./routes/source-groups.change.ts";
import sourceGroupsCreate from "./routes/source-groups.create.ts";
import sourceGroupsDelete from "./routes/source-groups.delete.ts";
import sourceGroupsList from "./routes/source-groups.list.ts";

export const segmentEndpoints: readonly Endpoint[] = [
  peopleFind,
  peopleScore,
  segmentsCreate,
  segmentsOfPeople,
  segmentsList,
  segmentsPreview,
  segmentsGet,
  segmentsChange,
  segmentsDelete,
  segmentsPeople,
  importsPreview,
  importsRows,
  sourceAuditsCreate,
  sourceAuditsList,
  sourceAuditsBaseline,
  sourceGroupsCreate,
  sourceGroupsList,
  sourceGroupsChange,
  sourceGroupsDelete,
  outreachCreate,
  outreachList,
  outreachGet,
  outreachSteps,
  outreachDecide,
  outreachEnd,
];
