/** How a canvas draws itself once more for a picture: in the colours of a light screen, with the names that lie over it. */
export const DRAWN_AGAIN = new WeakMap<HTMLCanvasElement, () => HTMLCanvasElement>();
