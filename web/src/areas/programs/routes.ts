export const programsRoutes = [] as const;
