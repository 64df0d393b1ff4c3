/** The number an advocate is dealt in an experiment, as SQL: what core/experiment.ts (`dealtTo`) computes. */

/** 0 to 9,999. Both are names of columns or parameters, never values. */
export const numberOf = (salt: string, advocate: string): string =>
  `(('x' || left(encode(sha256(convert_to(${salt} || ':' || ${advocate}::text, 'UTF8')), 'hex'), 8))::bit(32)::bigint % 10000)`;

/** The version of the arm of an advocate while an experiment runs in the program; null otherwise. The workspace is $1. */
export const dealtVersion = (program: string, advocate: string): string => `(
  select (arm ->> 'version')::int from experiment e cross join lateral json_array_elements(e.arms) arm
   where e.workspace_id = $1 and e.program_id = ${program} and e.status = 'running'
     and ${numberOf("e.salt", advocate)} >= (arm ->> 'first')::int and ${numberOf("e.salt", advocate)} < (arm ->> 'below')::int)`;
