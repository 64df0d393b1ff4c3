/** Profiles, segments, tables, sources and outreach: each service a flow with its parts handed in. */
import { type ImportRowsParts, importRows, openTable, previewTable } from "../flow/import-rows.ts";
import { createPlan, decideStep, endPlan } from "../flow/outreach.ts";
import { bringProfiles } from "../flow/profiles.ts";
import { changeSegment, createSegment, removeSegment, sampleSegment, sizeOfSegment } from "../flow/segments.ts";
import { createAudit, makeBaseline, removeGroup, saveGroup } from "../flow/source-audits.ts";
import type { PeopleServices } from "../http/services-people.ts";

/** What a reader waits at most; the job does the rest. */
const FRESH_MS = 150;

export function peopleServices(parts: ImportRowsParts): PeopleServices {
  return {
    async freshProfiles(workspaceId) {
      return (await bringProfiles(parts, workspaceId, { forMs: FRESH_MS })).more;
    },
    createSegment: (by, wish) => createSegment(parts, by, wish),
    changeSegment: (by, wish) => changeSegment(parts, by, wish),
    removeSegment: (by, id) => removeSegment(parts, by, id),
    sizeOfSegment: (workspaceId, condition) => sizeOfSegment(parts, workspaceId, condition),
    sampleSegment: (workspaceId, of) => sampleSegment(parts, workspaceId, of),
    previewTable: (ask) => previewTable(parts, ask),
    openTable: (by, wish) => openTable(parts, by, wish),
    importRows: (by, wish) => importRows(parts, by, wish),
    createAudit: (by, wish) => createAudit(parts, by, wish),
    makeBaseline: (by, id) => makeBaseline(parts, by, id),
    saveGroup: (by, wish) => saveGroup(parts, by, wish),
    removeGroup: (by, id) => removeGroup(parts, by, id),
    createPlan: (by, wish) => createPlan(parts, by, wish),
    endPlan: (by, id) => endPlan(parts, by, id),
    decideStep: (by, wish) => decideStep(parts, by, wish),
  };
}
