/** What is used of cephes 3.3.3: the package has types, but its "exports" hides them from a module. */
declare module "cephes" {
  /** Fulfilled when the WebAssembly can be called. */
  export const compiled: Promise<void>;
  export function lgam(x: number): number;
  export function psi(x: number): number;
  export function hyp2f1(...abcz: [a: number, b: number, c: number, z: number]): number;
  export function ndtr(z: number): number;
  export function ndtri(p: number): number;
  export function incbet(a: number, b: number, x: number): number;
  export function incbi(a: number, b: number, p: number): number;
  export function igamc(shape: number, x: number): number;
}
