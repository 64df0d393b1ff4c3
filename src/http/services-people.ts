/** What http needs from flow for profiles, segments, sources and outreach. Part of `Services`. */
import type { Condition } from "../core/condition.ts";
import type { By } from "../flow/by.ts";
import type { ImportRowsAnswer, ImportRowsWish, TableAsk, TablePreview, TableWish } from "../flow/import-rows.ts";
import type { PlanWish } from "../flow/outreach.ts";
import type { SegmentCount, SegmentWish } from "../flow/segments.ts";
import type { AuditWish, GroupWish } from "../flow/source-audits.ts";
import type { PersonRow } from "../store/people.ts";

export type PeopleServices = {
  /** Brings profiles up to date for a short while: what is about to be read holds what just happened. True: some are still to come. */
  freshProfiles(workspaceId: string): Promise<boolean>;
  createSegment(by: By, wish: SegmentWish): Promise<string>;
  changeSegment(by: By, wish: { id: string } & Partial<SegmentWish>): Promise<void>;
  removeSegment(by: By, id: string): Promise<void>;
  sizeOfSegment(workspaceId: string, condition: Condition): Promise<SegmentCount>;
  sampleSegment(workspaceId: string, of: { condition: Condition; limit: number }): Promise<PersonRow[]>;
  /** How the beginning of a table would be understood; a mapping is guessed where none is given. */
  previewTable(ask: TableAsk): TablePreview;
  openTable(by: By, wish: TableWish): Promise<string>;
  importRows(by: By, wish: ImportRowsWish): Promise<ImportRowsAnswer>;
  createAudit(by: By, wish: AuditWish): Promise<string>;
  makeBaseline(by: By, id: string): Promise<void>;
  saveGroup(by: By, wish: GroupWish & { id: string | null }): Promise<string>;
  removeGroup(by: By, id: string): Promise<void>;
  createPlan(by: By, wish: PlanWish): Promise<string>;
  endPlan(by: By, id: string): Promise<void>;
  decideStep(by: By, wish: { planId: string; nth: number; state: "asked" | "skipped" | "planned" }): Promise<void>;
};
