export const contentRoutes = [] as const;
