export const riskRoutes = [] as const;
