export async function startWork(_options: unknown): Promise<void> {}
