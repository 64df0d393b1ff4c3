/** The number an advocate is dealt in an experiment, as SQL: what core/experiment.ts (`dealtTo`) computes. */

/** 0 to 9,999. Both are names of columns or parameters, never values. */
export const numberOf = (salt: string, advocate: string): string =>
  `(('x' || left(encode(sha256(convert_to(${salt} || ':' || ${advocate}::text, 'UTF8')), 'hex'), 8))::bit(32)::bigint % 10000)`;

/** Whose number an advocate has: her own, or that of those she is dealt with. Names of columns or parameters; the workspace is $1. */
export const unitOf = (experiment: string, advocate: string): string => `coalesce((
  select u.unit from experiment_unit u
   where u.workspace_id = $1 and u.experiment_id = ${experiment} and u.person_id = ${advocate}), ${advocate})`;

/** The version of the arm of an advocate while an experiment runs in the program; null otherwise. The workspace is $1. */
export const dealtVersion = (program: string, advocate: string): string => `(
  select (arm ->> 'version')::int from experiment e
    cross join lateral (select ${unitOf("e.id", advocate)} as unit) u
    cross join lateral (select ${numberOf("e.salt", "u.unit")} as number) d
    cross join lateral json_array_elements(e.arms) arm
   where e.workspace_id = $1 and e.program_id = ${program} and e.status = 'running'
     and d.number >= (arm ->> 'first')::int and d.number < (arm ->> 'below')::int)`;
